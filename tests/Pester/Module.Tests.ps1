BeforeAll {
    . "$PSScriptRoot/Import.ps1"
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
}
