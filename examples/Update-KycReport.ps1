<#
.SYNOPSIS
    A nightly KYC refresh: joins Creditro's cases with new dossiers and their findings by company number, and writes a CSV file.
.DESCRIPTION
    Runs unattended, without prompts. Secrets come from SecretManagement (-Vault) or from the environment (CREDITRO_API_TOKEN,
    QARD_API_KEY). The script sends one request to Creditro and collects one dossier for each case that has a siren.

    Exit code 0: every case is up to date. 1: some dossiers are partial or failed; the file shows which. 2: the run failed.

    Windows Task Scheduler, each night at 2:30:

        schtasks /Create /TN "KYC refresh" /SC DAILY /ST 02:30 /RU "DOMAIN\svc-kyc" /RP * /TR "pwsh -NoProfile -NonInteractive -File C:\Jobs\CompanyData\examples\Update-KycReport.ps1 -Destination C:\Reports\kyc.csv"

    systemd, as /etc/systemd/system/kyc-refresh.service and kyc-refresh.timer:

        [Unit]
        Description=Nightly KYC refresh

        [Service]
        Type=oneshot
        User=svc-kyc
        EnvironmentFile=/etc/companydata/secrets.env
        ExecStart=/usr/bin/pwsh -NoProfile -NonInteractive -File /opt/companydata/examples/Update-KycReport.ps1 -Destination /var/lib/kyc/kyc.csv

        [Timer]
        OnCalendar=*-*-* 02:30:00
        Persistent=true

        [Install]
        WantedBy=timers.target

    Then: systemctl daemon-reload; systemctl enable --now kyc-refresh.timer
.PARAMETER Destination
    The CSV file to write.
.PARAMETER Vault
    A SecretManagement vault with the secrets CreditroApiToken and QardApiKey. By default, the environment is read.
.PARAMETER Status
    Includes only cases with this status; wildcards are permitted.
.PARAMETER Sandbox
    Runs on the embedded sandbox.
.EXAMPLE
    ./Update-KycReport.ps1 -Destination kyc.csv -Sandbox
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Destination,
    [string] $Vault,
    [string] $Status = '*',
    [switch] $Sandbox
)

$ErrorActionPreference = 'Stop'
$InformationPreference = 'Continue'
try {
    Import-Module (Join-Path (Split-Path $PSScriptRoot) 'CompanyData.psd1')
    if ($Sandbox) {
        Connect-CompanyDataSandbox
    }
    elseif ($Vault) {
        Connect-Creditro -Token (Get-Secret CreditroApiToken -Vault $Vault)
        Connect-Qard -ApiKey (Get-Secret QardApiKey -Vault $Vault)
    }

    $cases = @(Get-CreditroKycCase -Status $Status)
    $dossiers = @{}
    $today = [datetime]::Today
    $cases | Where-Object CompanyNumber -Match '^\d{9}$' |
        Select-Object @{ n = 'name'; e = { $_.Name } }, @{ n = 'siren'; e = { $_.CompanyNumber } } -Unique |
        Invoke-QardCollection -ErrorAction SilentlyContinue |
        ForEach-Object { $dossiers[$_.Siren] = $_ }

    $cases | ForEach-Object {
        $dossier = $dossiers["$($_.CompanyNumber)"]
        $findings = @($dossier | Where-Object { $_ } | Get-CompanyDossierFinding)
        [pscustomobject]@{
            Case      = $_.Id
            Company   = $_.Name
            Number    = $_.CompanyNumber
            KycStatus = $_.Status
            Risk      = $_.Risk
            Dossier   = if ($dossier) { "$($dossier.Status)" } else { 'none' }
            Officers  = $dossier.Officers
            Owners    = $dossier.BeneficialOwners
            Failures  = $dossier.Failures
            Critical  = @($findings | Where-Object Severity -EQ Critical).Count
            Findings  = ($findings | Where-Object Severity -NE Note | ForEach-Object Code | Select-Object -Unique) -join '; '
            ReviewDue = if (($_.NextReviewDate -as [datetime]) -le $today) { $_.NextReviewDate }
        }
    } | Export-Csv $Destination -NoTypeInformation -Encoding utf8

    $open = @($dossiers.Values | Where-Object Status -NE Complete).Count
    Write-Information "$($cases.Count) cases, $($dossiers.Count) dossiers, $open of them not complete: $Destination"
    exit [int]($open -gt 0)
}
catch {
    Write-Information "KYC refresh failed: $($_.Exception.Message)"
    exit 2
}
