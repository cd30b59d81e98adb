<#
.SYNOPSIS
    Onboards a company: from its siren to the Qonto link for its owner.
.DESCRIPTION
    Collects the company's dossier from Qard, fills in a Qonto registration from it, adds the values that registers do not contain (the
    owner's e-mail, phone number and capital), checks the registration offline and sends it. It prints the link for the owner.

    With -Sandbox it runs on the embedded sandbox. Otherwise it opens its sessions from the environment: QARD_API_KEY, QONTO_TOKEN,
    QONTO_PARTNER_ID and, for Qonto's sandbox, QONTO_STAGING_TOKEN.
.PARAMETER Siren
    The company's siren: nine digits.
.PARAMETER Name
    The company's name.
.PARAMETER Owner
    The future owner of the account: FirstName, LastName, Email, PhoneNumber, CapitalAmount (EUR, as text).
.PARAMETER PartnerUser
    The person responsible on your side: first_name, last_name, email.
.PARAMETER Sandbox
    Runs on the embedded sandbox.
.EXAMPLE
    ./Start-Onboarding.ps1 -Siren 552032534 -Name DANONE -Sandbox
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [string] $Siren,
    [Parameter(Mandatory)] [string] $Name,
    [hashtable] $Owner = @{ FirstName = 'Camille'; LastName = 'Exemple'; Email = 'camille@exemple.test'; PhoneNumber = '+33 123456789'; CapitalAmount = '1000.00' },
    [hashtable] $PartnerUser = @{ first_name = 'Sacha'; last_name = 'Modele'; email = 'sacha@partner.test' },
    [switch] $Sandbox
)

$ErrorActionPreference = 'Stop'
$InformationPreference = 'Continue'
Import-Module (Join-Path (Split-Path $PSScriptRoot) 'CompanyData.psd1')
if ($Sandbox) {
    Connect-CompanyDataSandbox
}

$dossier = Invoke-QardCollection -Name $Name -Siren $Siren -Confirm:$false
Write-Information "Dossier of ${Name}: $($dossier.Status), $($dossier.Officers.Count) officers, $($dossier.BeneficialOwners.Count) owners"

$draft = $dossier | ConvertTo-QontoRegistration -PartnerUser $PartnerUser
Write-Information "Pre-filled. $($draft.Findings.Count) items to complete:"
$draft.Findings | Format-Table Pointer, Message

# What a person would add: here only the owner, instead of the pre-filled stakeholders.
$registration = $draft.Json | ConvertFrom-Json
$stakeholder = New-QontoStakeholder @Owner -Owner -PhysicalShareholder
$registration | Add-Member stakeholders @($stakeholder.ToJson().ToJsonString() | ConvertFrom-Json) -Force

$findings = @($registration | Test-QontoRegistration)
if ($findings) {
    $findings | Format-Table Pointer, Rule, Remedy
    throw "The registration of $Name cannot be sent yet."
}

$created = $registration | New-QontoRegistration
Write-Information "Registration $($created.Id) is $($created.Status). Send this link to the owner:"
$created.RedirectionLink
