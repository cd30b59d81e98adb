BeforeDiscovery {
    # What every command of Powens emits, by what emits it. Connection $strange carries fields that no document names.
    $emitted = @(
        @{ Command = 'Connect-Powens'; Get = { Connect-Powens mycompany -UserToken (ConvertTo-Secure 'canary-token') -PassThru } }
        @{ Command = 'Connect-Powens'; Get = { $session } }
        @{ Command = 'Get-PowensConnector'; Get = { Get-PowensConnector -Session $session } }
        @{ Command = 'Get-PowensConnector'; Get = { Get-PowensConnector -Uuid (Get-Magic 21) -Expand fields, sources, countries, urls -Session $session } }
        @{ Command = 'Get-PowensConfiguration'; Get = { Get-PowensConfiguration -Session $session } }
        @{ Command = 'Set-PowensConfiguration'; Get = { Set-PowensConfiguration autosync.frequency 12 -PassThru -Session $session } }
        @{ Command = 'New-PowensUser'; Get = { New-PowensUser -Session $session } }
        @{ Command = 'Get-PowensUser'; Get = { Get-PowensUser -Session $session } }
        @{ Command = 'New-PowensToken'; Get = { New-PowensToken 1 -Session $session } }
        @{ Command = 'New-PowensToken'; Get = { New-PowensToken -Temporary -Session $session } }
        @{ Command = 'New-PowensWebviewUri'; Get = { New-PowensWebviewUri https://app.example.test/ -Session $session } }
        @{ Command = 'New-PowensConnection'; Get = { New-PowensConnection (Get-Magic 3) @{ login = 'somebody'; password = 'secret' } -Session $session } }
        @{ Command = 'Get-PowensConnection'; Get = { Get-PowensConnection -Session $session } }
        @{ Command = 'Get-PowensConnection'; Get = { Get-PowensConnection 1 -Expand connector, accounts, sources -Session $session } }
        @{ Command = 'Get-PowensConnection'; Get = { Get-PowensConnection $strange -Session $session } }
        @{ Command = 'Update-PowensConnection'; Get = { Update-PowensConnection 1 -Session $session } }
        @{ Command = 'Wait-PowensConnection'; Get = { Wait-PowensConnection 1 -Session $session } }
        @{ Command = 'Get-PowensAccount'; Get = { Get-PowensAccount -IncludeDisabled -Session $session } }
        @{ Command = 'Get-PowensAccount'; Get = { Get-PowensAccount -ConnectionId $strange -Session $session } }
        @{ Command = 'Set-PowensAccount'; Get = { Set-PowensAccount 102 -Name Livret -PassThru -Session $session } }
        @{ Command = 'Get-PowensTransaction'; Get = { Get-PowensTransaction -ConnectionId 1 -Session $session } }
        @{ Command = 'Get-PowensTransaction'; Get = { Get-PowensTransaction -ConnectionId $strange -Session $session } }
        @{ Command = 'Set-PowensTransaction'; Get = { Get-PowensTransaction 102 -Session $session | Select-Object -First 1 | Set-PowensTransaction -Category a, b -PassThru -Session $session } }
        @{ Command = 'Get-PowensInvestment'; Get = { Get-PowensInvestment -Session $session } }
        @{ Command = 'Get-PowensSubscription'; Get = { Get-PowensSubscription -IncludeDisabled -Session $session } }
        @{ Command = 'Get-PowensDocument'; Get = { Get-PowensDocument -Session $session } }
        @{ Command = 'Save-PowensDocument'; Get = { Get-PowensDocument -Session $session | Select-Object -First 1 | Save-PowensDocument -Path $TestDrive -Force -Session $session } }
    ) | ForEach-Object { $_ + @{ Script = "$($_.Get)".Trim() } }
}

BeforeAll {
    . "$PSScriptRoot/PowensHelpers.ps1"
    $session = Connect-PowensSandbox -SyncDuration 0 -TransactionCount 8
    $strange = (New-Magic 17).ConnectionId

    # What a cell must never read: the name of a type, or how PowerShell writes what it cannot write.
    $unreadable = 'System\.(?!Security\.SecureString)\w|CompanyData\.\w|@\{\w|`\d\[|\bFlexibleValue\b|\bValueList\b|\bFieldMap\b|\bPowens[A-Z]\w+ \{'
}

Describe 'What <Command> emits: <Script>' -ForEach $emitted {
    BeforeAll { $items = @(& $Get) }

    It 'is of the type that the command states' {
        $items | Should -Not -BeNullOrEmpty
        $stated = (Get-Command $Command).OutputType.Type
        foreach ($item in $items) {
            @($stated | Where-Object { $_.IsInstanceOfType($item) }).Count | Should -BeGreaterThan 0 -Because $item.GetType().FullName
        }
    }

    It 'reads as words in a table and in a list' {
        $items | Format-Table | Out-String -Width 4096 | Should -Not -Match $unreadable
        $items | Format-Table -Property * | Out-String -Width 8192 | Should -Not -Match $unreadable
        $items | Format-List | Out-String -Width 4096 | Should -Not -Match $unreadable
        $items | Format-List -Property * | Out-String -Width 4096 | Should -Not -Match $unreadable
    }

    It 'has a table that fits eighty columns' -Skip:($Command -in 'Save-PowensDocument', 'New-PowensWebviewUri') {
        $lines = @(($items | Format-Table | Out-String -Width 80) -split '\r?\n' | Where-Object { $_ })
        # The headers stand in one line, above their dashes; where they do not fit, they are broken letter by letter.
        $lines[1] | Should -Match '^-[- ]+$'
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
    }

    It 'survives Export-Csv' -Skip:($Command -eq 'Save-PowensDocument') {
        $path = Join-Path $TestDrive 'items.csv'
        $items | Export-Csv $path
        Get-Content $path -Raw | Should -Not -Match $unreadable

        $rows = @(Import-Csv $path)
        $rows.Count | Should -Be $items.Count
        $columns = $rows[0].PSObject.Properties.Name
        foreach ($name in $items[0].PSObject.Properties.Name) { $columns | Should -Contain $name }
    }

    It 'survives ConvertTo-Json' -Skip:($Command -eq 'Save-PowensDocument') {
        $json = $items | ConvertTo-Json -Depth 10 -WarningAction SilentlyContinue -WarningVariable warned
        $warned | Should -BeNullOrEmpty
        $json | Should -Not -Match 'CompanyData\.[A-Z]|System\.(Object|Collections)'
        @($json | ConvertFrom-Json).Count | Should -Be $items.Count
    }

    It 'survives Export-Clixml' {
        $path = Join-Path $TestDrive 'items.xml'
        $items | Export-Clixml $path
        $back = @(Import-Clixml $path)
        $back.Count | Should -Be $items.Count
        foreach ($property in $items[0].PSObject.Properties | Where-Object { $_.Value -is [string] -or ($_.Value -is [ValueType] -and $_.Value -isnot [enum]) }) {
            "$($back[0].($property.Name))" | Should -Be "$($property.Value)" -Because $property.Name
        }

        # But not a list of maps, of which the engine makes tables of its own, and its FileInfo.
        if ($Script -notmatch '-Expand fields, sources|Save-PowensDocument') {
            $back | Select-Object * | Format-List | Out-String -Width 4096 | Should -Not -Match $unreadable
        }
    }
}

Describe 'Every command of Powens that emits something' {
    It 'stands in the table above' {
        $tested = [regex]::Matches((Get-Content $PSCommandPath -Raw), "Command = '(\S+)'").ForEach({ $_.Groups[1].Value })
        $emitting = Get-Command *Powens* -Module CompanyData -CommandType Cmdlet | Where-Object { $_.OutputType.Type }
        $emitting.Name | Where-Object { $_ -notin $tested -and $_ -ne 'Test-PowensWebhook' } | Should -BeNullOrEmpty
    }
}

Describe 'Fields that no document names' {
    It 'are properties of the <What>, and columns of a CSV file' -ForEach @(
        @{ What = 'connection'; Get = { Get-PowensConnection $strange -Session $session } }
        @{ What = 'account'; Get = { Get-PowensAccount -ConnectionId $strange -Session $session } }
        @{ What = 'transaction'; Get = { Get-PowensTransaction -ConnectionId $strange -Session $session } }
    ) {
        $item = & $Get | Select-Object -First 1
        $notes = @($item.PSObject.Properties | Where-Object MemberType -EQ NoteProperty)
        $notes.Count | Should -BeGreaterThan 0
        ($item | ConvertTo-Csv | ConvertFrom-Csv).PSObject.Properties.Name | Should -Contain $notes[0].Name
    }
}

Describe 'Amounts and times' {
    It 'are exact, and are compared as numbers' {
        $items = Get-PowensTransaction 101 -Session $session
        "$($items[0].Value)", "$($items[1].Value)" | Should -Be '0.10', '1234567.89'
        ($items | Where-Object Value -GT 1000000).Id | Should -Be $items[1].Id
        ($items | ConvertTo-Csv | ConvertFrom-Csv)[0].Value | Should -Be '0.10'
    }

    It 'have no zone' {
        (Get-PowensAccount 101 -Session $session).LastUpdate.Kind | Should -Be Unspecified
    }
}
