# What build.ps1 packages: what is in it, installed and used as somebody would who has nothing but the package, and built twice.
BeforeAll {
    . "$PSScriptRoot/../Import.ps1"
    $root = Split-Path $ModulePath
    $manifest = Import-PowerShellDataFile -LiteralPath $ModulePath
    $version = $manifest.ModuleVersion
    $package = Join-Path $root "artifacts/CompanyData.$version.nupkg"

    # Compiled ahead for this platform alone, if it can be: each takes some seconds.
    $platform = "$($IsWindows ? 'win' : $IsMacOS ? 'osx' : 'linux')-$([Runtime.InteropServices.RuntimeInformation]::ProcessArchitecture)".ToLowerInvariant()
    $precompiled = @('win-x64', 'linux-x64') -eq $platform

    # The analysers change nothing of what is built, and the checkout's own build has had them. Each file is compiled by a process of its own,
    # since a compiler that stays could hide what differs from process to process. Nor does MSBuild leave a process behind.
    $env:RunAnalyzers = 'false'
    $env:UseSharedCompilation = 'false'
    $env:MSBUILDDISABLENODEREUSE = '1'

    # Not TestDrive, from which Pester removes what was written while a block ran, as the second build does.
    $folder = [IO.Directory]::CreateTempSubdirectory('companydata-tests-').FullName

    # Starts the build of a package in a process of its own.
    function Start-Packaging([string] $Root) {
        $path = (Join-Path $Root 'build.ps1').Replace("'", "''")
        $platforms = ($precompiled | ForEach-Object { "'$_'" }) -join ', '
        $log = Join-Path $folder "$(New-Guid).log"
        $command = "& '$path' -Task Package -ProjectUri 'https://example.org/companydata' -Platform @($platforms)"
        [pscustomobject]@{ Process = Start-Engine '-NonInteractive', '-Command', $command @{ RedirectStandardOutput = $log; RedirectStandardError = "$log.errors" }; Log = $log }
    }

    # A build tells as it goes, so that nobody takes it for stuck.
    function Complete-Packaging($Packaging) {
        $told = 0
        do {
            $ended = $Packaging.Process.WaitForExit(1000)
            $lines = @(Get-Content -LiteralPath $Packaging.Log)
            $lines | Select-Object -Skip $told | Out-Host
            $told = $lines.Count
        } until ($ended)
        $Packaging.Process.ExitCode | Should -Be 0 -Because ((Get-Content -LiteralPath $Packaging.Log, "$($Packaging.Log).errors") -join "`n")
    }

    # The sources that a package is built from, in another folder.
    function Copy-Source([string] $Destination) {
        # The commit and the address of its repository are part of what is built.
        if (Test-Path -LiteralPath "$root/.git") {
            git clone --quiet --no-checkout $root $Destination
            git -C $Destination remote remove origin
            if ($origin = git -C $root remote get-url origin 2>$null) { git -C $Destination remote add origin $origin }
        }

        $needed = 'Directory.Build.props', 'Directory.Packages.props', 'global.json', '.editorconfig', '.gitignore', '.gitattributes', '.config', 'Module.sln',
            'CompanyData.psd1', 'build.ps1', 'README.md', 'CHANGELOG.md', 'LICENSE', 'build', 'en-US', 'examples', 'src', 'module'
        Get-ChildItem -LiteralPath ($needed | ForEach-Object { Join-Path $root $_ }) -Recurse -File -Force |
            Where-Object FullName -CNotMatch '[\\/](bin|obj|output)[\\/]' | ForEach-Object {
                $copy = Join-Path $Destination ([IO.Path]::GetRelativePath($root, $_.FullName))
                $null = New-Item -ItemType Directory -Path (Split-Path $copy) -Force
                Copy-Item -LiteralPath $_.FullName -Destination $copy
            }
    }

    # Both builds run at the same time. The folder of the second one also shows that a clone builds wherever it lies: nothing asks for words
    # in its full path, or takes it for a pattern.
    $second = Join-Path $folder 'src/a b [c] é'
    Copy-Source $second
    $secondPackaging = Start-Packaging $second
    if (Test-Path -LiteralPath $package) { Remove-Item -LiteralPath $package }
    Complete-Packaging (Start-Packaging $root)
    if (-not (Test-Path -LiteralPath $package)) { throw 'Nothing was packaged.' }

    $unpacked = Join-Path $TestDrive 'unpacked'
    [IO.Compression.ZipFile]::ExtractToDirectory($package, $unpacked)
    $packaged = Import-PowerShellDataFile -LiteralPath (Join-Path $unpacked 'CompanyData.psd1')

    # Does a job in a new process where the module is found in that folder by its name alone.
    function Invoke-Installed([string] $Folder, [string] $Variant) {
        $modules = $env:PSModulePath
        try {
            $env:PSModulePath = $Folder + [IO.Path]::PathSeparator + $modules
            Invoke-FreshPowerShell @"
                `$env:COMPANYDATA_VARIANT = '$Variant'
                `$ErrorActionPreference = 'Stop'
                (Import-Module CompanyData -PassThru).ModuleBase
                ([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -eq 'CompanyData.PowerShell' }).Location
                Connect-CompanyDataSandbox
                [pscustomobject]@{ Siren = '352383715'; Name = 'AIRBUS HELICOPTERS' } | Invoke-QardCollection | ForEach-Object Status
                (Get-Help Invoke-QardCollection).Synopsis
"@
        }
        finally {
            $env:PSModulePath = $modules
        }
    }

    $missing = if ($IsWindows) { 'Windows keeps the modules of a user in Documents, wherever the environment points' }
    elseif (-not (Get-Module -ListAvailable Microsoft.PowerShell.PSResourceGet | Where-Object Version -GE ([version] '1.1'))) { 'PSResourceGet 1.1 is missing: it comes with PowerShell 7.5' }

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
}

AfterAll {
    if ($secondPackaging -and -not $secondPackaging.Process.HasExited) { $secondPackaging.Process.Kill($true) }
    Remove-Item -LiteralPath $folder -Recurse -Force
}

Describe 'The package' {
    BeforeAll {
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

    It 'brings the companies of the examples' {
        Join-Path $unpacked 'examples/companies.csv' | Should -FileContentMatch '^name,siren'
    }

    It 'works by its name from a folder of PSModulePath: <_>' -ForEach 'net8.0', 'netstandard2.0' {
        $modules = Join-Path $TestDrive "copied-$_"
        Copy-Item -LiteralPath $unpacked -Destination "$modules/CompanyData/$version" -Recurse

        $base, $assembly, $status, $synopsis = Invoke-Installed -Folder $modules -Variant $_
        $base | Should -BeLike "$modules*"
        $assembly | Should -Be ([IO.Path]::Combine($base, 'module/bin', $_, "$($_ -eq 'net8.0' ? $precompiled : '')", 'CompanyData.PowerShell.dll'))
        $status | Should -Be 'Complete'
        $synopsis | Should -Match '^Collects'
    }
}

Describe 'Beside the package' {
    It 'lies a bill of materials with every library in it' {
        $bill = Get-Content -LiteralPath (Join-Path $root "artifacts/CompanyData.$version.cdx.json") -Raw | ConvertFrom-Json
        $bill.bomFormat, $bill.metadata.component.name, $bill.metadata.component.version | Should -Be 'CycloneDX', 'CompanyData', "$version"
        $libraries = (Get-ChildItem "$unpacked/module/bin" -Recurse -Filter *.dll).BaseName | Where-Object { $_ -notlike 'CompanyData.*' } | Sort-Object -Unique
        $required = $bill.components | Where-Object scope -EQ required
        $libraries | Where-Object { $_ -notin $required.name } | Should -BeNullOrEmpty
        $required | Where-Object { -not $_.hashes } | Should -BeNullOrEmpty
        # Some packages bring the text of their licence in place of its name.
        $texts = (Get-ChildItem "$unpacked/module/bin/*/licences/*").BaseName
        $required | Where-Object { -not $_.licenses -and $_.name -notin $texts } | Should -BeNullOrEmpty
    }

    It 'lies a SHA256SUMS that is true of the module, the package and the bill' {
        $lines = Get-Content -LiteralPath (Join-Path $root 'artifacts/SHA256SUMS')
        $lines | Should -HaveCount ($packaged.FileList.Count + 2)
        foreach ($line in $lines) {
            $hash, $file = $line -split '  ', 2
            (Get-FileHash -LiteralPath (Join-Path $root "artifacts/$file")).Hash | Should -Be $hash -Because $file
        }
    }
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
        Copy-Item -LiteralPath "$root/artifacts/CompanyData/$version" -Destination "$next/CompanyData" -Recurse
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
    It 'work as pasted' {
        if ($missing) { Set-ItResult -Skipped -Because $missing }
        $userHome = New-User 'a reader of the README'
        $readme = Get-Content -LiteralPath "$root/README.md" -Raw
        $install, $use = [regex]::Matches($readme, '(?s)```powershell\r?\n(.*?)```').ForEach({ $_.Groups[1].Value })[0..1]
        Invoke-AsUser "Set-Location '$root'; $install" | Should -BeNullOrEmpty
        Invoke-AsUser $use | Should -BeNullOrEmpty
        (Import-Csv "$userHome/dossiers.csv").Status | Sort-Object -Unique | Should -Be Complete
    }
}

Describe 'A second build of the same sources' {
    It 'gives the same files, in a folder whose name is unusual and that lies below one named src' {
        Complete-Packaging $secondPackaging
        $ours, $theirs = $root, $second | ForEach-Object {
            , @(Get-Content -LiteralPath "$_/artifacts/SHA256SUMS" | Where-Object { $_ -match '  CompanyData/' })
        }
        $ours | Should -HaveCount $packaged.FileList.Count
        Compare-Object $ours $theirs | ForEach-Object { "$($_.InputObject) $($_.SideIndicator)" } | Should -BeNullOrEmpty
    }
}
