# PSScriptAnalyzer finds nothing in any script. Scripts of tests and benchmarks have settings of their own, which say why.
BeforeDiscovery {
    $root = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', '..'))
    $scripts = Get-ChildItem -Path $root -Exclude artifacts |
        Get-ChildItem -Recurse -File -Include *.ps1, *.psm1, *.psd1 |
        Where-Object FullName -notmatch '[\\/](bin|obj|TestResults)[\\/]' |
        ForEach-Object { @{ Path = $_.FullName; Name = $_.FullName.Substring($root.Length + 1) } }
}

BeforeAll {
    $analyzer = Get-Module -ListAvailable PSScriptAnalyzer
}

Describe 'Scripts' {
    It '<Name> has no finding' -ForEach $scripts {
        if (-not $analyzer) {
            Set-ItResult -Skipped -Because 'PSScriptAnalyzer is missing: Install-PSResource PSScriptAnalyzer'
        }

        $settings = if ($Name -match '^(tests|benchmarks)\b') { @{ Settings = "$PSScriptRoot/PSScriptAnalyzerSettings.psd1" } } else { @{} }
        Invoke-ScriptAnalyzer -Path $Path @settings | ForEach-Object { "$($_.Line): $($_.RuleName): $($_.Message)" } | Should -BeNullOrEmpty
    }
}
