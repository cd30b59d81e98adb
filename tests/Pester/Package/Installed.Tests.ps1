# The package as its users get it: published to a repository, installed by name, used, updated and uninstalled with PSResourceGet.
BeforeAll {
    . "$PSScriptRoot/../Import.ps1"
    . "$PSScriptRoot/Packaging.ps1"
    $root = Split-Path $ModulePath
    $version = (Import-PowerShellDataFile -LiteralPath $ModulePath).ModuleVersion
    $missing = if ($IsWindows) { 'Windows keeps the modules of a user in Documents, wherever the environment points' }
    elseif (-not (Get-Module -ListAvailable Microsoft.PowerShell.PSResourceGet | Where-Object Version -GE ([version] '1.1'))) { 'PSResourceGet 1.1 is missing: it comes with PowerShell 7.5' }
    if ($missing) { return }

    # A user whose folders, modules and list of repositories among them, are this test's. They have to be there to be used.
    function New-User([string] $Name) {
        $user = Join-Path $TestDrive $Name
        $null = New-Item -ItemType Directory -Path "$user/.local/share", "$user/.config"
        $user
    }

    $userHome = New-User 'a user with spaces'
    $repository = (New-Item -ItemType Directory -Path (Join-Path $TestDrive 'a repository')).FullName
    $installed = "$userHome/.local/share/powershell/Modules/CompanyData"

    # What a script writes in a new process of that user, where the module is not imported.
    function Invoke-AsUser([string] $Script) {
        $names = 'HOME', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME'
        $before = @{}
        $names | ForEach-Object { $before[$_] = [Environment]::GetEnvironmentVariable($_) }
        try {
            $names | ForEach-Object { [Environment]::SetEnvironmentVariable($_, $null) }
            $env:HOME = $userHome
            Invoke-FreshPowerShell "`$ErrorActionPreference = 'Stop'; `$ProgressPreference = 'SilentlyContinue'; `$PSStyle.OutputRendering = 'PlainText'; Set-Location '$userHome'`n$Script"
        }
        finally {
            $names | ForEach-Object { [Environment]::SetEnvironmentVariable($_, $before[$_]) }
        }
    }

    $package = Get-Package
}

Describe 'The module of a repository' {
    BeforeEach { if ($missing) { Set-ItResult -Skipped -Because $missing } }

    It 'is published, found and installed by name' {
        Invoke-AsUser @"
            Register-PSResourceRepository -Name Local -Uri '$repository' -Trusted
            Publish-PSResource -NupkgPath '$package' -Repository Local
            (Find-PSResource -Name CompanyData -Repository Local).ForEach({ "`$(`$_.Type) `$(`$_.Version)" })
            Install-PSResource -Name CompanyData -Repository Local
            (Get-InstalledPSResource -Name CompanyData).ForEach({ "`$(`$_.Version)" })
"@ | Should -Be "Module $version", "$version"
        "$installed/$version/CompanyData.psd1" | Should -Exist
    }

    It 'loads by itself and collects the companies that it brings' {
        $said = Invoke-AsUser @'
            Connect-CompanyDataSandbox -SyncDuration 0
            $companies = Join-Path (Get-Module CompanyData).ModuleBase examples/companies.csv
            Import-Csv $companies | Invoke-QardCollection -ThrottleLimit 8 | Export-Csv dossiers.csv
            (Get-Module CompanyData).ModuleBase
'@
        $said | Should -Be "$installed/$version"
        $rows = Import-Csv "$userHome/dossiers.csv"
        $rows.Siren | Should -Be (Import-Csv "$root/examples/companies.csv").siren
        $rows.Status | Sort-Object -Unique | Should -Be Complete
    }

    It 'has its help, which says where the companies lie' {
        $said = (Invoke-AsUser 'Get-Help Invoke-QardCollection -Full | Out-String; Get-Help about_CompanyData') -join "`n"
        $said | Should -BeLike '*Collects*-ThrottleLimit <*'
        $said | Should -BeLike '*(Get-Module CompanyData).ModuleBase*examples/companies.csv*'
    }

    It 'is updated to a higher version' {
        $next = (New-Item -ItemType Directory -Path "$TestDrive/next").FullName
        Copy-Item -Path "$root/artifacts/CompanyData/$version" -Destination "$next/CompanyData" -Recurse
        $manifest = "$next/CompanyData/CompanyData.psd1"
        (Get-Content $manifest -Raw) -replace "ModuleVersion( +)= '[\d.]+'", "ModuleVersion`$1= '99.0.0'" | Set-Content $manifest
        Invoke-AsUser @"
            Publish-PSResource -Path '$next/CompanyData' -Repository Local
            Update-PSResource -Name CompanyData -Repository Local
"@ | Should -BeNullOrEmpty
        Invoke-AsUser 'Connect-CompanyDataSandbox; "$((Get-Module CompanyData).Version)"; (Get-QardProfile).Name' | Should -Be '99.0.0', 'Sandbox'
    }

    It 'is uninstalled without a trace' {
        Invoke-AsUser @'
            Uninstall-PSResource -Name CompanyData -Version '*'
            Get-Module -ListAvailable CompanyData
            Get-Command Connect-Qard -ErrorAction Ignore
'@ | Should -BeNullOrEmpty
        Get-ChildItem $installed -ErrorAction Ignore | Should -BeNullOrEmpty
    }
}

Describe 'The first lines of the README' {
    BeforeEach { if ($missing) { Set-ItResult -Skipped -Because $missing } }

    It 'work as pasted' {
        $userHome = New-User 'a reader of the README'
        $readme = Get-Content -LiteralPath "$root/README.md" -Raw
        $install, $use = [regex]::Matches($readme, '(?s)```powershell\r?\n(.*?)```').ForEach({ $_.Groups[1].Value })[0..1]
        Invoke-AsUser "Set-Location '$root'; $install" | Should -BeNullOrEmpty
        Invoke-AsUser $use | Should -BeNullOrEmpty
        (Import-Csv "$userHome/dossiers.csv").Status | Sort-Object -Unique | Should -Be Complete
    }
}
