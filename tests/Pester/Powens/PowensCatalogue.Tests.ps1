BeforeAll {
    . "$PSScriptRoot/PowensHelpers.ps1"
    $null = Connect-PowensSandbox -SyncDuration 0
}

Describe 'Get-PowensConnector' {
    It 'lists all of them' {
        $all = Get-PowensConnector
        $all.Count | Should -BeGreaterThan 20
        $all[0].Name, $all[0].Id, $all[0].Uuid | Should -Be 'Banque Exemple', '1', (Get-Magic 1)
        $all[0].ConnectorUuid | Should -Be $all[0].Uuid
        $all.Fields | Should -BeNullOrEmpty
    }

    It 'narrows by the name <Name>' -ForEach @(
        @{ Name = 'banque ex*'; Expected = 'Banque Exemple' }
        @{ Name = '*beispiel*'; Expected = 'Beispielbank' }
        @{ Name = 'Banque Exemple'; Expected = 'Banque Exemple' }
        @{ Name = 'no such [ab]*'; Expected = $null }
    ) {
        (Get-PowensConnector $Name).Name | Should -Be $Expected
        (Get-PowensConnector -Name $Name).Name | Should -Be $Expected
    }

    It 'narrows by country, on the service' {
        (Get-PowensConnector -Country DE).Name | Should -Be 'Beispielbank'
        (Get-PowensConnector -Country DE, ES).Count | Should -Be 2
        Get-PowensConnector -Country DE -Verbose 4>&1 | Where-Object { "$_" -match 'country_codes=DE' } | Should -HaveCount 1
    }

    It 'reads one by <How>' -ForEach @(
        @{ How = '-Uuid'; Get = { Get-PowensConnector -Uuid (Get-Magic 21) } }
        @{ How = '-Id'; Get = { Get-PowensConnector -Id 21 } }
        @{ How = 'a connector from the pipeline'; Get = { Get-PowensConnector Beispielbank | Get-PowensConnector } }
        @{ How = 'the name on the wire'; Get = { [pscustomobject]@{ ConnectorUuid = Get-Magic 21 } | Get-PowensConnector } }
    ) {
        (& $Get).Name | Should -Be 'Beispielbank'
    }

    It 'reads the connector of a connection' {
        (Get-PowensConnection 1 | Get-PowensConnector).Name | Should -Be 'Banque Exemple'
    }

    It 'brings the fields along with -Expand' {
        $fields = (Get-PowensConnector -Uuid (Get-Magic 21) -Expand fields).Fields
        $fields.Name | Should -Be 'website', 'login', 'password', 'openday'
        $fields[3].Required | Should -BeFalse
        "$($fields[0].Values)" | Should -BeLike '*private*business*'
        (Get-PowensConnector -Id 1 -Expand fields, sources).Fields.Name | Should -Be 'login', 'password'
        (Get-PowensConnector Beispielbank -Expand fields).Fields.Count | Should -Be 4
    }

    It 'keeps fields that it does not know' {
        (Get-PowensConnector -Id 1 -Expand sources).Sources | Should -Not -BeNullOrEmpty
    }

    It 'is PowensNotFound for an unknown <How>' -ForEach @(@{ How = 'uuid'; With = @{ Uuid = 'no-such' } }, @{ How = 'number'; With = @{ Id = '9999' } }) {
        Get-PowensConnector @With -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensNotFound,*'
        $failed[0].CategoryInfo.Category | Should -Be ObjectNotFound
        $failed[0].TargetObject | Should -Be @($With.Values)[0]
    }

    It 'goes on after one that fails' {
        $names = (Get-Magic 1), 'no-such', (Get-Magic 2) | ForEach-Object { [pscustomobject]@{ Uuid = $_ } } |
            Get-PowensConnector -ErrorAction SilentlyContinue -ErrorVariable failed
        $names.Name | Should -Be 'Banque Exemple', 'Fournisseur Exemple'
        $failed.Count | Should -Be 1
    }

    It 'shows an HTML page as its words' {
        Get-PowensConnector -Uuid (Get-Magic 18) -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensInvalid,*'
        "$($failed[0])" | Should -BeLike '*400 Bad Request*'
        "$($failed[0])" | Should -Not -Match '[<>]'
    }

    It 'stops asking with Select-Object -First' {
        (Get-PowensConnector | Select-Object -First 1).Name | Should -Be 'Banque Exemple'
    }
}

Describe 'What others refer to' {
    It '<Command> lists, and narrows by name, without any token' -ForEach @(
        @{ Command = 'Get-PowensAccountType'; Name = 'check*'; Id = '2' }
        @{ Command = 'Get-PowensCategory'; Name = 'ventes'; Id = '2' }
        @{ Command = 'Get-PowensCurrency'; Name = 'e*'; Id = 'EUR' }
        @{ Command = 'Get-PowensDocumentType'; Name = 'invoice'; Id = '2' }
    ) {
        @(& $Command).Count | Should -BeGreaterThan 2
        (& $Command $Name).Id | Should -Be $Id
        (& $Command -Name $Name).Id | Should -Be $Id
        & $Command 'no such*' | Should -BeNullOrEmpty
        $public = Connect-Powens -Uri (Get-CompanyDataSession Powens).Uri -PassThru
        @(& $Command -Session $public).Count | Should -BeGreaterThan 2
    }
}

Describe 'Get- and Set-PowensConfiguration' {
    BeforeEach { $null = Connect-PowensSandbox }

    It 'lists objects that a person can read, by name' {
        $all = Get-PowensConfiguration
        $all.Count | Should -BeGreaterThan 5
        $all.Name | Should -Be ($all.Name | Sort-Object)
        ($all | Where-Object Name -EQ 'biapi.max_connections_per_user').Value | Should -Be 50
        ($all | Where-Object Name -EQ 'connectors.hidden_by_default').Value | Should -BeFalse
        ($all | Where-Object Name -EQ 'webview.theme').Value | Should -BeNullOrEmpty
        $all | Format-Table | Out-String | Should -Match 'autosync\.frequency\s+24'
    }

    It 'narrows by the name <Name>' -ForEach @(@{ Name = 'webview.*'; Count = 2 }, @{ Name = 'WEBVIEW.theme'; Count = 1 }, @{ Name = 'no*such'; Count = 0 }) {
        @(Get-PowensConfiguration $Name).Count | Should -Be $Count
        @(Get-PowensConfiguration -Name $Name).Count | Should -Be $Count
    }

    It 'changes one, silently or with -PassThru' {
        Set-PowensConfiguration autosync.frequency 12 | Should -BeNullOrEmpty
        (Get-PowensConfiguration autosync.frequency).Value | Should -Be '12'
        $after = Set-PowensConfiguration -Name new.parameter -Value 'some text' -PassThru
        $after.Name, $after.Value | Should -Be 'new.parameter', 'some text'
    }

    It 'takes rows of a CSV file' {
        "Name,Value`na.b,1`nc.d,two" | ConvertFrom-Csv | Set-PowensConfiguration
        (Get-PowensConfiguration a.b).Value, (Get-PowensConfiguration c.d).Value | Should -Be '1', 'two'
    }

    It 'leaves what goes through it as it was: <_>' -ForEach @(
        'autosync.frequency', 'biapi.max_connections_per_user', 'connectors.hidden_by_default', 'webview.languages', 'callback.redirect_uri', 'webview.theme'
    ) {
        $before = Get-PowensConfiguration $_
        $before | Set-PowensConfiguration
        $after = Get-PowensConfiguration $_
        $after.Value | Should -Be $before.Value
        "$($after.Value)" | Should -Be "$($before.Value)"
    }

    It 'sends <Value> as <Json>' -ForEach @(
        @{ Value = 'text'; Json = '"text"' }
        @{ Value = ''; Json = '""' }
        @{ Value = $true; Json = 'true' }
        @{ Value = 12; Json = '12' }
        @{ Value = 0.1; Json = '0.1' }
        @{ Value = @('a', 2); Json = '["a",2]' }
        @{ Value = @{ a = $false }; Json = '{"a":false}' }
        @{ Value = $null; Json = 'null' }
    ) {
        $server = Start-PowensServer
        try {
            Connect-Powens -Uri $server.Uri -ConfigToken (ConvertTo-Secure 'a-token')
            Set-PowensConfiguration a.b $Value
            $server.Requests.Body | Should -Be "{`"a.b`":$Json}"
        }
        finally {
            Stop-Server $server
        }
    }

    It 'refuses what JSON has nothing like' {
        Set-PowensConfiguration a.b (Get-Date) -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensInvalidInput,*'
        Get-PowensRequestCount | Should -Be 0
    }

    It 'says in the question what it does' {
        $said = Invoke-FreshPowerShell "Import-Module '$ModulePath'; Connect-CompanyDataSandbox; Set-PowensConfiguration a.b c -WhatIf"
        "$said" | Should -BeLike "*Set the Powens parameter 'a.b' to 'c'*"
    }
}
