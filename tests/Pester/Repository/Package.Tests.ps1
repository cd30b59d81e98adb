# What build.ps1 packages, installed and used as somebody would who has nothing but the package.
BeforeDiscovery {
    $hasInstaller = Get-Module -ListAvailable Microsoft.PowerShell.PSResourceGet | Where-Object Version -ge '1.1' | Select-Object -First 1
}

BeforeAll {
    . "$PSScriptRoot/../Import.ps1"
    $root = Split-Path $ModulePath
    $manifest = Import-PowerShellDataFile -LiteralPath $ModulePath
    $package = Join-Path $root "artifacts/CompanyData.$($manifest.ModuleVersion).nupkg"

    $log = & (Join-Path $root 'build.ps1') -Task Package -ProjectUri 'https://example.org/companydata' 2>&1
    if (-not (Test-Path $package)) {
        throw "Nothing was packaged: $($log -join "`n")"
    }

    $unpacked = Join-Path $TestDrive 'unpacked'
    [IO.Compression.ZipFile]::ExtractToDirectory($package, $unpacked)

    # Does a job in a new process where the module is found in that folder by its name alone.
    function Invoke-Installed([string] $Folder, [string] $Variant) {
        $modules = $env:PSModulePath
        try {
            $env:PSModulePath = $Folder + [IO.Path]::PathSeparator + $modules
            Invoke-FreshPowerShell @"
                `$env:COMPANYDATA_VARIANT = '$Variant'
                `$ErrorActionPreference = 'Stop'
                (Import-Module CompanyData -PassThru).ModuleBase
                Connect-CompanyDataSandbox
                [pscustomobject]@{ Siren = '352383715'; Name = 'AIRBUS HELICOPTERS' } | Invoke-QardCollection | ForEach-Object Status
                (Get-Help Invoke-QardCollection).Synopsis
"@
        }
        finally {
            $env:PSModulePath = $modules
        }
    }
}

Describe 'The package' {
    BeforeAll {
        $packaged = Import-PowerShellDataFile -LiteralPath (Join-Path $unpacked 'CompanyData.psd1')
        $nuspec = ([xml](Get-Content -LiteralPath (Join-Path $unpacked 'CompanyData.nuspec') -Raw)).package.metadata
    }

    It 'has a valid manifest' {
        (Test-ModuleManifest -Path (Join-Path $unpacked 'CompanyData.psd1')).Version | Should -Be $manifest.ModuleVersion
    }

    It 'lists every file that it holds' {
        $files = (Get-ChildItem -LiteralPath $unpacked -Recurse -File).FullName.Substring($unpacked.Length + 1).Replace('\', '/') |
            Where-Object { $_ -notmatch '^(_rels/|package/|\[Content_Types\]|CompanyData\.nuspec$)' }
        $packaged.FileList | Sort-Object | Should -Be ($files | Sort-Object)
    }

    It 'holds both variants, the help and the licences' {
        $packaged.FileList | Should -Contain 'module/bin/net8.0/CompanyData.Loader.dll'
        $packaged.FileList | Should -Contain 'module/bin/netstandard2.0/CompanyData.Loader.dll'
        $packaged.FileList | Should -Contain 'LICENSE'
        $packaged.FileList | Should -Contain 'module/bin/net8.0/licences/Polly.Core.txt'
        $packaged.FileList | Should -Contain 'module/bin/netstandard2.0/licences/System.Text.Json.txt'
        $packaged.FileList -like 'en-US/*-Help.xml' | Should -Not -BeNullOrEmpty
        $packaged.FileList -like 'en-US/about_*.help.txt' | Should -Not -BeNullOrEmpty
    }

    It 'exports by name, without wildcards' {
        $packaged.CmdletsToExport | Should -Be $manifest.CmdletsToExport
        $packaged.CmdletsToExport -match '[*?]' | Should -BeNullOrEmpty
        $packaged.FunctionsToExport, $packaged.AliasesToExport, $packaged.VariablesToExport | ForEach-Object { $_ | Should -BeNullOrEmpty }
    }

    It 'tells a gallery what it is' {
        $told = $packaged.PrivateData.PSData
        $told.LicenseUri, $told.ProjectUri | ForEach-Object { ([uri] $_).Scheme | Should -Be 'https' }
        $told.ReleaseNotes | Should -BeLike '*Qard*'
        $packaged.PowerShellVersion | Should -Be '5.1'
        $packaged.CompatiblePSEditions | Should -Be 'Core', 'Desktop'
        $nuspec.version | Should -Be $manifest.ModuleVersion
        $nuspec.license.InnerText | Should -Be 'MIT'
        $nuspec.releaseNotes.Replace("`r", '') | Should -Be $told.ReleaseNotes.Replace("`r", '')
        $nuspec.tags -split ' ' | Should -Contain 'PSModule'
        $nuspec.tags -split ' ' | Should -Contain 'PSCmdlet_Invoke-QardCollection'
    }

    It 'names no folder of the machine that built it' {
        $needle = [Text.Encoding]::Latin1.GetString([Text.Encoding]::UTF8.GetBytes($root))
        Get-ChildItem -LiteralPath $unpacked -Recurse -File | Where-Object {
            [Text.Encoding]::Latin1.GetString([IO.File]::ReadAllBytes($_.FullName)).Contains($needle)
        } | Should -BeNullOrEmpty
    }

    It 'works by its name from a folder of PSModulePath: <_>' -ForEach 'net8.0', 'netstandard2.0' {
        $modules = Join-Path $TestDrive "copied-$_"
        Copy-Item -LiteralPath $unpacked -Destination "$modules/CompanyData/$($manifest.ModuleVersion)" -Recurse

        $base, $status, $synopsis = Invoke-Installed -Folder $modules -Variant $_
        $base | Should -BeLike "$modules*"
        $status | Should -Be 'Complete'
        $synopsis | Should -Match '^Collects'
    }
}

Describe 'A repository folder' {
    It 'installs it, and it works by its name' -Skip:(-not $hasInstaller) {
        $repository, $modules = 'feed', 'installed' | ForEach-Object { (New-Item -ItemType Directory -Path (Join-Path $TestDrive $_)).FullName }
        Copy-Item -LiteralPath $package -Destination $repository
        Invoke-FreshPowerShell @"
            `$ErrorActionPreference = 'Stop'
            `$env:XDG_DATA_HOME = '$TestDrive' # Where the list of repositories is kept, so that the user's own stays as it is.
            Register-PSResourceRepository -Name CompanyDataTest -Uri '$repository' -Trusted -Force
            try {
                (Find-PSResource -Name CompanyData -Repository CompanyDataTest).Type
                Save-PSResource -Name CompanyData -Repository CompanyDataTest -Path '$modules' -TrustRepository
            }
            finally {
                Unregister-PSResourceRepository -Name CompanyDataTest
            }
"@ | Should -Be 'Module'

        $base, $status, $synopsis = Invoke-Installed -Folder $modules -Variant net8.0
        $base | Should -BeLike "$modules*"
        $status | Should -Be 'Complete'
        $synopsis | Should -Match '^Collects'
    }
}
