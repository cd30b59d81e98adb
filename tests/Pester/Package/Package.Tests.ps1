# What build.ps1 packages, installed and used as somebody would who has nothing but the package.
BeforeAll {
    . "$PSScriptRoot/../Import.ps1"
    . "$PSScriptRoot/Packaging.ps1"
    $root = Split-Path $ModulePath
    $manifest = Import-PowerShellDataFile -LiteralPath $ModulePath
    $package = Get-Package

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
        Copy-Item -LiteralPath $unpacked -Destination "$modules/CompanyData/$($manifest.ModuleVersion)" -Recurse

        $base, $assembly, $status, $synopsis = Invoke-Installed -Folder $modules -Variant $_
        $base | Should -BeLike "$modules*"
        $assembly | Should -Be ([IO.Path]::Combine($base, 'module/bin', $_, "$($_ -eq 'net8.0' ? $precompiled : '')", 'CompanyData.PowerShell.dll'))
        $status | Should -Be 'Complete'
        $synopsis | Should -Match '^Collects'
    }
}

Describe 'Beside the package' {
    It 'lies a bill of materials with every library in it' {
        $bill = Get-Content -LiteralPath (Join-Path $root "artifacts/CompanyData.$($manifest.ModuleVersion).cdx.json") -Raw | ConvertFrom-Json
        $bill.bomFormat, $bill.metadata.component.name, $bill.metadata.component.version | Should -Be 'CycloneDX', 'CompanyData', "$($manifest.ModuleVersion)"
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

Describe 'A second build of the same sources' {
    # Also shows that a clone builds wherever it lies: nothing asks for words in its full path, or takes it for a pattern.
    It 'gives the same files, in a folder whose name is unusual and that lies below one named src' {
        $second = Join-Path $TestDrive 'src/a b [c] é'
        # The commit, the address of its repository and the list of ignored files are part of what is built.
        if (Test-Path -LiteralPath "$root/.git" -PathType Container) {
            $null = New-Item -ItemType Directory -Path $second
            Copy-Item -LiteralPath "$root/.git" -Destination $second -Recurse
        }
        elseif (Test-Path -LiteralPath "$root/.git") {
            # A worktree: its .git file leads back to the first folder.
            git clone --quiet --no-checkout $root $second
            git -C $second remote remove origin
            if ($origin = git -C $root remote get-url origin 2>$null) { git -C $second remote add origin $origin }
        }

        $needed = 'Directory.Build.props', 'Directory.Packages.props', 'global.json', '.editorconfig', '.gitignore', '.gitattributes', '.config', 'Module.sln',
            'CompanyData.psd1', 'build.ps1', 'README.md', 'CHANGELOG.md', 'LICENSE', 'build', 'en-US', 'examples', 'src', 'module'
        Get-ChildItem -Path ($needed | ForEach-Object { Join-Path $root $_ }) -Recurse -File -Force |
            Where-Object FullName -CNotMatch '[\\/](bin|obj|output)[\\/]' | ForEach-Object {
                $copy = Join-Path $second ([IO.Path]::GetRelativePath($root, $_.FullName))
                $null = New-Item -ItemType Directory -Path (Split-Path $copy) -Force
                Copy-Item -LiteralPath $_.FullName -Destination $copy
            }

        Invoke-PackageTask $second

        $ours, $theirs = $root, $second | ForEach-Object {
            , @(Get-Content -LiteralPath "$_/artifacts/SHA256SUMS" | Where-Object { $_ -match '  CompanyData/' })
        }
        $ours | Should -HaveCount $packaged.FileList.Count
        Compare-Object $ours $theirs | ForEach-Object { "$($_.InputObject) $($_.SideIndicator)" } | Should -BeNullOrEmpty
    }
}
