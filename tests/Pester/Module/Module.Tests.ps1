BeforeAll {
    . "$PSScriptRoot/../Import.ps1"
    $expected = (Import-PowerShellDataFile -LiteralPath $ModulePath).CmdletsToExport -join ' '

    function Get-Exported {
        (Get-Command -Module CompanyData -CommandType Cmdlet).Name -join ' '
    }
}

Describe 'The manifest' {
    It 'is valid' {
        (Test-ModuleManifest -Path $ModulePath).CompatiblePSEditions | Should -Be 'Core', 'Desktop'
    }

    It 'exports cmdlets only' {
        (Get-Module CompanyData).ExportedCommands.Values | Where-Object CommandType -ne Cmdlet | Should -BeNullOrEmpty
        (Get-Module CompanyData).ExportedVariables.Keys | Should -BeNullOrEmpty
    }
}

Describe 'Importing' {
    It 'exports every cmdlet of the manifest' {
        Get-Exported | Should -Be $expected
    }

    It 'exports them again with -Force' {
        Import-Module $ModulePath -Force
        Get-Exported | Should -Be $expected
    }

    It 'exports them again after Remove-Module' {
        Remove-Module CompanyData
        Get-Exported | Should -BeNullOrEmpty

        Import-Module $ModulePath
        Get-Exported | Should -Be $expected
    }

    It 'exports them into another module' {
        $importer = New-Module -ArgumentList $ModulePath {
            param($Path)
            Import-Module $Path -Force
            function Get-Seen { (Get-Command -Module CompanyData -CommandType Cmdlet).Name -join ' ' }
        }

        & $importer { Get-Seen } | Should -Be $expected
    }

    It 'exports them in every runspace of the process' {
        $path = $ModulePath
        1..3 | ForEach-Object -Parallel {
            Import-Module $using:path
            (Get-Command -Module CompanyData -CommandType Cmdlet).Name -join ' '
        } | Should -Be @($expected, $expected, $expected)
    }

    It 'says what to do where nothing is built' {
        $root = Split-Path $ModulePath
        $null = New-Item -ItemType Directory -Path TestDrive:/module
        Copy-Item -Path $ModulePath -Destination TestDrive:/
        Copy-Item -Path "$root/module/*" -Include *.psm1, *.ps1xml -Destination TestDrive:/module

        { Import-Module TestDrive:/CompanyData.psd1 } | Should -Throw '*Build first: dotnet build Module.sln*'
    }

    It 'refuses a second version whole, naming both folders and the remedy' {
        $second = (New-Item -ItemType Directory -Path 'TestDrive:/a second one').FullName
        $root = Split-Path $ModulePath
        Copy-Item -Path "$root/module" -Destination $second -Recurse
        $views = "$second/module/CompanyData.Qard.Format.ps1xml"
        (Get-Content $views -Raw).Replace('<PropertyName>Email<', '<PropertyName>Elsewhere<') | Set-Content $views
        (Get-Content $ModulePath -Raw) -replace "ModuleVersion( +)= '[\d.]+'", "ModuleVersion`$1= '9.9.9'" | Set-Content "$second/CompanyData.psd1"

        $said = Invoke-FreshPowerShell "
            Import-Module '$ModulePath'
            try { Import-Module '$second/CompanyData.psd1' } catch { `"`$_`" }
            (Get-Module CompanyData).ForEach('ModuleBase') -join ' '
            Connect-CompanyDataSandbox
            (Get-QardProfile | Out-String).Contains('sandbox@example.test')
            Remove-Module CompanyData
            Import-Module '$second/CompanyData.psd1'
            (Get-Module CompanyData).ForEach('ModuleBase') -join ' '
            (Get-Command Connect-Qard).ImplementingType.Assembly.Location"

        $said[0] | Should -BeLike "CompanyData * is already loaded from '$root', so '$second' was not imported. *Remove-Module CompanyData"
        $said[1..2] | Should -Be $root, 'True'
        $said[3] | Should -Be $second
        $said[4] | Should -BeLike "$second*CompanyData.PowerShell.dll"
    }
}
