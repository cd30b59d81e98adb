# The help: complete, in step with the cmdlets, and every example of every page runs on the sandbox.
BeforeDiscovery {
    $docs = [IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'docs', 'en-US')
    $pages = @(Get-ChildItem -LiteralPath $docs -Filter '*.md' | ForEach-Object { @{ Page = $_.BaseName; Path = $_.FullName } })
    $topics = @($pages | Where-Object Page -Like 'about_*')
}

BeforeAll {
    . "$PSScriptRoot/../Helpers.ps1"
    . "$PSScriptRoot/HelpExamples.ps1"
    $root = Split-Path $ModulePath
    $docs = Join-Path $root 'docs/en-US'
    $built = Join-Path $root 'en-US'
    $cmdlets = @(Get-Command -Module CompanyData)
    $hasPlatyPS = [bool](Get-Module Microsoft.PowerShell.PlatyPS -ListAvailable | Where-Object Version -GE ([version] '1.0.3'))
    $regenerate = 'the help is made anew with: ./build.ps1 -Task Help'

    # The parameters of a cmdlet that are its own.
    $common = [Management.Automation.PSCmdlet]::CommonParameters
    function Get-Parameter($Cmdlet) { $Cmdlet.Parameters.Values | Where-Object Name -NotIn $common }

    function ConvertTo-OneLine([string] $Text) { ($Text -replace '\s+', ' ').Trim() }
}

Describe 'The pages' {
    It 'are there for every cmdlet, and for nothing else' {
        (Get-ChildItem -LiteralPath $docs -Filter '*-*.md').BaseName | Sort-Object | Should -Be ($cmdlets.Name | Sort-Object)
    }

    It 'have no part that is still to be written' {
        Get-ChildItem -LiteralPath $docs, $built | Select-String -SimpleMatch '{{', '@out' | Should -BeNullOrEmpty
    }

    It 'show the syntax that the cmdlets have' {
        $cmdlets | ForEach-Object {
            $text = Get-Content -LiteralPath (Join-Path $docs "$($_.Name).md") -Raw
            $shown = [regex]::Matches($text, '(?s)```\r?\n(\w+-\w+ ?.*?)```') | ForEach-Object { ConvertTo-OneLine $_.Groups[1].Value }
            $hidden = @((Get-Parameter $_ | Where-Object { $_.Attributes.DontShow -contains $true }).Name)
            $real = (Get-Command $_.Name -Syntax) -replace " \[-($($hidden -join '|')) <\w+>\]" -split '(?:\r?\n){2,}' | Where-Object { $_.Trim() } | ForEach-Object { ConvertTo-OneLine $_ }
            if (Compare-Object @($real) @($shown)) { "The page shows $($shown -join ' / ') for $($real -join ' / ')" }
        } | Should -BeNullOrEmpty
    }

    It 'are what the help was built from' {
        if (-not $hasPlatyPS) { Set-ItResult -Skipped -Because 'PlatyPS 1.0.3 is missing: Install-PSResource Microsoft.PowerShell.PlatyPS' }
        $destination = Join-Path $TestDrive 'en-US'
        & (Join-Path $root 'build/Export-Help.ps1') -Destination $destination
        (Get-ChildItem $destination).Name | Should -Be (Get-ChildItem $built).Name -Because $regenerate
        foreach ($file in Get-ChildItem $destination) {
            $made = Get-Content -LiteralPath $file.FullName
            Compare-Object (Get-Content -LiteralPath (Join-Path $built $file.Name)) $made | Select-Object -First 3 | Out-String | Should -BeNullOrEmpty -Because $regenerate
        }
    }

    It 'are of the schema of PlatyPS' {
        if (-not $hasPlatyPS) { Set-ItResult -Skipped -Because 'PlatyPS 1.0.3 is missing: Install-PSResource Microsoft.PowerShell.PlatyPS' }
        Import-Module Microsoft.PowerShell.PlatyPS
        Get-ChildItem -LiteralPath $docs -Filter '*-*.md' | Where-Object { -not (Test-MarkdownCommandHelp $_.FullName) } | Should -BeNullOrEmpty
    }

    It 'link to pages that are there' {
        Get-ChildItem -LiteralPath $docs | Select-String '\]\(([^)#:]+\.md)\)' -AllMatches | ForEach-Object Matches |
            ForEach-Object { $_.Groups[1].Value } | Sort-Object -Unique |
            Where-Object { -not (Test-Path (Join-Path $docs $_)) } | Should -BeNullOrEmpty
        (Get-ChildItem -LiteralPath $docs | Select-String '\babout_CompanyData\w*' -AllMatches).Matches.Value | Sort-Object -Unique |
            Where-Object { -not (Test-Path (Join-Path $docs "$_.md")) } | Should -BeNullOrEmpty
    }
}

Describe 'Get-Help' {
    BeforeAll {
        $helpOf = @{}
        $cmdlets | ForEach-Object { $helpOf[$_.Name] = Get-Help $_.Name -Full }
    }

    It 'has a text for every cmdlet, each of its parameters, what goes in and what comes out' {
        $cmdlets | ForEach-Object {
            $help = $helpOf[$_.Name]
            if (-not $help.Synopsis -or $help.Synopsis -match "^\s*$($_.Name)") { "$($_.Name) has no synopsis" }
            if (-not $help.description.Text) { "$($_.Name) has no description" }
            if (-not $help.examples.example) { "$($_.Name) has no example" }
            if (-not $help.relatedLinks.navigationLink.linkText) { "$($_.Name) leads nowhere" }
            foreach ($parameter in Get-Parameter $_) {
                $text = ($help.parameters.parameter | Where-Object name -EQ $parameter.Name).description.Text -join ' '
                if ($text -notmatch '\w.*\.\s*$') { "$($_.Name) -$($parameter.Name) has no sentence" }
            }
            foreach ($part in @($help.inputTypes.inputType) + $help.returnValues.returnValue) {
                if (-not "$($part.description.Text)".Trim()) { "$($_.Name): $($part.type.name) has no text" }
            }
        } | Should -BeNullOrEmpty
    }

    It 'knows the parameters as the cmdlets have them' {
        $cmdlets | ForEach-Object {
            $name = $_.Name
            $help = $helpOf[$name].parameters.parameter
            if ("$((Get-Parameter $_).Name | Sort-Object)" -ne "$($help.name | Sort-Object)") { "$name has others" }
            foreach ($parameter in Get-Parameter $_) {
                $shown = $help | Where-Object name -EQ $parameter.Name
                $sets = @($parameter.ParameterSets.Values)
                $byValue = $sets.ValueFromPipeline -contains $true
                $byName = $sets.ValueFromPipelineByPropertyName -contains $true
                if (($shown.pipelineInput -match 'ByValue') -ne $byValue -or ($shown.pipelineInput -match 'ByPropertyName') -ne $byName) { "$name -$($parameter.Name) pipeline" }
                if (Compare-Object @($parameter.Aliases) @($shown.aliases -split ', ' | Where-Object { $_ -ne 'none' })) { "$name -$($parameter.Name) aliases" }
                if ($shown.required -eq 'true' -and $sets.IsMandatory -notcontains $true) { "$name -$($parameter.Name) required" }
            }
        } | Should -BeNullOrEmpty
    }

    It 'fits a console of eighty columns' {
        Get-ChildItem -LiteralPath $built -Filter '*.help.txt' | Get-Content | Where-Object Length -GT 80 | Should -BeNullOrEmpty
        # Get-Help indents examples by four.
        $cmdlets | ForEach-Object { $helpOf[$_.Name].examples.example.introduction.Text -split '\n' } | Where-Object Length -GT 76 | Should -BeNullOrEmpty
    }

    It 'gives <Page>' -ForEach $topics {
        $help = Get-Help $Page
        $help | Should -BeOfType string
        $help | Should -BeLike "$Page*SHORT DESCRIPTION*"
        (Get-Help "$Page*" | Where-Object Name -EQ $Page).Synopsis | Should -Match '\w.*\.$'
    }

    It 'works right after the import, in a new process, in any language' {
        $said = (Invoke-FreshPowerShell @"
            `$PSStyle.OutputRendering = 'PlainText'
            [cultureinfo]::CurrentUICulture = 'fr-FR'
            Import-Module '$($ModulePath.Replace("'", "''"))'
            Get-Help Wait-QardSync -Full | Out-String
            Get-Help New-QardUser -Parameter Siren | Out-String
            Get-Help Get-QardUser -Examples | Out-String
            Get-Help about_CompanyData
"@) -join "`n"
        $said | Should -BeLike '*Waits until a user''s synchronisation has ended.*DESCRIPTION*-Timeout <System.TimeSpan>*INPUTS*OUTPUTS*'
        $said | Should -BeLike '*The siren of the company: nine digits*'
        $said | Should -BeLike '*Example 1: All users*Get-QardUser | Sort-Object Name*'
        $said | Should -BeLike '*about_CompanyData*SHORT DESCRIPTION*'
        $said | Should -Not -Match '```|\]\(|\*\*'
    }
}

Describe 'The examples' {
    BeforeAll {
        $reader = Open-HelpReader $ModulePath (Join-Path $root 'examples/companies.csv')
        $reader.Streams.Error | Should -BeNullOrEmpty
    }

    AfterAll { $reader.Dispose() }

    It 'of <Page> run, and show what the page shows' -ForEach $pages {
        $examples = @(Get-HelpExample $Path)
        $examples | Should -Not -BeNullOrEmpty
        $number = 0
        foreach ($example in $examples) {
            $number++
            $result = Invoke-HelpExample $reader $example (Join-Path $TestDrive "$Page.$number")
            $result.Errors | Should -BeNullOrEmpty -Because "no error is expected of '$($example.Title)'"
            if ($example.Output) {
                ConvertTo-Comparable $result.Shown | Should -BeExactly (ConvertTo-Comparable $example.Output) -Because "'$($example.Title)' shows its output"
            }
        }
    }
}
