BeforeAll { . "$PSScriptRoot/PowensHelpers.ps1" }

Describe 'Webhooks' {
    BeforeEach { $session = Connect-PowensSandbox -SyncDuration 0 }

    It 'are made, read, changed and removed' {
        Get-PowensWebhook | Should -BeNullOrEmpty
        $secret = New-PowensWebhookSecret 'the hook'
        $made = New-PowensWebhook https://hooks.example.test/powens CONNECTION_SYNCED -AuthId $secret.AuthId
        $made.WebhookId, "$($made.Event)", $made.Url, $made.IdAuth | Should -Be '1', 'CONNECTION_SYNCED', 'https://hooks.example.test/powens', $secret.AuthId
        (Get-PowensWebhook 1).Url | Should -Be $made.Url
        $made | Set-PowensWebhook -Url https://hooks.example.test/other | Should -BeNullOrEmpty
        ($made | Set-PowensWebhook -EventType USER_CREATED -PassThru).Url | Should -Be 'https://hooks.example.test/other'
        "$((Get-PowensWebhook).Event)" | Should -Be 'USER_CREATED'
        Get-PowensWebhook | Remove-PowensWebhook -Confirm:$false | Should -BeNullOrEmpty
        Get-PowensWebhook | Should -BeNullOrEmpty
    }

    It 'take rows of a CSV file' {
        "Url,EventType`nhttps://a.example.test/,USER_CREATED`nhttps://b.example.test/,USER_DELETED" | ConvertFrom-Csv | New-PowensWebhook | Out-Null
        (Get-PowensWebhook).Url | Should -Be 'https://a.example.test/', 'https://b.example.test/'
    }

    It 'send what a webhook may have' {
        $server = Start-PowensServer @(@{ Body = '{"webhooks":[]}' }, @{ Body = '{"id":5}' })
        try {
            Connect-Powens -Uri $server.Uri -ConfigToken (ConvertTo-Secure 'a-token')
            $null = New-PowensWebhook https://hooks.example.test/ X -UserId 7 -AuthId 2 -Parameter @{ type = 't'; key = 'k'; value = 'v' }
            $sent = $server.Requests[1].Body | ConvertFrom-Json
            $sent.url, $sent.event, $sent.id_user, $sent.id_auth, $sent.params.key | Should -Be 'https://hooks.example.test/', 'X', '7', '2', 'k'
            $server.Requests[1].Authorization | Should -Be 'Bearer a-token'
        }
        finally {
            Stop-Server $server
        }
    }

    It 'are made once where the answer is lost, and what has appeared since is given' {
        $server = Start-PowensServer @(@{ Body = '{"webhooks":[{"id":1}]}' }, @{ Status = 0 }, @{ Body = '{"webhooks":[{"id":1},{"id":2}]}' })
        try {
            Connect-Powens -Uri $server.Uri -ConfigToken (ConvertTo-Secure 'a-token')
            (New-PowensWebhook https://hooks.example.test/ X).WebhookId | Should -Be '2'
            $server.Requests.Method | Should -Be 'GET', 'POST', 'GET'
        }
        finally {
            Stop-Server $server
        }
    }

    It 'refuse an address that is not https, before any call: <_>' -ForEach 'http://hooks.example.test/', 'hooks', 'ftp://hooks.example.test/' {
        New-PowensWebhook $_ X -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensInvalidInput,*'
        Set-PowensWebhook 1 -Url $_ -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensInvalidInput,*'
        Get-PowensRequestCount | Should -Be 0
    }

    It '<_> is PowensNotFound' -ForEach 'Get-PowensWebhook 9999', 'Set-PowensWebhook 9999 -EventType x', 'Remove-PowensWebhook 9999 -Confirm:$false', 'Get-PowensWebhookDelivery 9999' {
        . ([scriptblock]::Create("$_ -ErrorAction SilentlyContinue -ErrorVariable failed")) | Should -BeNullOrEmpty
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensNotFound,*'
        $failed[0].TargetObject | Should -Be '9999'
    }

    It 'show their deliveries: what came through and what did not' {
        $null = New-PowensWebhook https://hooks.example.test/powens CONNECTION_SYNCED
        $null = New-PowensWebhook https://fail.example.test/powens CONNECTION_SYNCED -UserId 1
        $null = Update-PowensConnection 1
        $good, $bad = 1, 2 | ForEach-Object { @(Get-PowensWebhookDelivery $_)[-1] }
        $good.ResponseCode, $good.IsDelivered, $good.UserId | Should -Be 200, $true, '1'
        $good.NextTry | Should -BeNullOrEmpty
        $bad.ResponseCode, $bad.IsDelivered | Should -Be 500, $false
        $bad.NextTry | Should -BeGreaterThan $bad.Timestamp
        (Get-PowensWebhook 2 | Get-PowensWebhookDelivery -UserId 1 -MinDate 2000-01-01 -MaxDate 2100-01-01).Count | Should -BeGreaterThan 0
        Get-PowensWebhookDelivery 1 -MaxDate 2000-01-01 | Should -BeNullOrEmpty
        Get-PowensWebhookDelivery 1 -UserId 9 | Should -BeNullOrEmpty
    }
}

Describe 'Webhook secrets' {
    BeforeEach { $session = Connect-PowensSandbox }

    It 'come once, as a SecureString that Test-PowensWebhook takes' {
        $key = New-PowensWebhookSecret hook
        $key.AuthId, $key.Name, $key.Type | Should -Be '1', 'hook', 'hmac_signature'
        $key.Secret | Should -BeOfType securestring
        $text = [Net.NetworkCredential]::new('', $key.Secret).Password
        "$key $($key | Format-List * | Out-String)" | Should -Not -Match $text
        $date = [DateTimeOffset]::UtcNow.ToString('o')
        $hmac = [Security.Cryptography.HMACSHA256]::new([Text.Encoding]::UTF8.GetBytes($text))
        $signature = [Convert]::ToBase64String($hmac.ComputeHash([Text.Encoding]::UTF8.GetBytes("POST./hook.$date.{}")))
        Test-PowensWebhook '{}' -Path /hook -Date $date -Signature $signature -Secret $key.Secret | Should -BeTrue
    }

    It 'are listed without the secret itself' {
        $null = 'one', 'two' | ForEach-Object { New-PowensWebhookSecret $_ }
        (Get-PowensWebhookSecret).Name | Should -Be 'one', 'two'
        (Get-PowensWebhookSecret t*).AuthId | Should -Be '2'
        Get-PowensWebhookSecret | Where-Object Secret | Should -BeNullOrEmpty
    }
}

Describe 'Get-PowensConfigurationLog' {
    BeforeAll {
        $session = Connect-PowensSandbox
        Set-PowensConfiguration autosync.frequency 12
        Set-PowensConfiguration new.parameter x
    }

    It 'tells what was changed' {
        $changes = Get-PowensConfigurationLog
        $changes.Key | Should -Be 'autosync.frequency', 'new.parameter'
        $changes.Type | Should -Be 'update', 'add'
        "$($changes[0].PreviousValue)", "$($changes[0].NewValue)" | Should -Be '24', '12'
        $changes[0].Timestamp | Should -BeOfType datetime
    }

    It 'narrows by <How>' -ForEach @(
        @{ How = 'text'; With = @{ Search = 'AUTOSYNC' }; Count = 1 }
        @{ How = 'kind of change'; With = @{ Type = 'add' }; Count = 1 }
        @{ How = 'day'; With = @{ MaxDate = '2000-01-01' }; Count = 0 }
        @{ How = 'days'; With = @{ MinDate = '2000-01-01'; MaxDate = '2100-01-01' }; Count = 2 }
    ) {
        @(Get-PowensConfigurationLog @With).Count | Should -Be $Count
    }
}

Describe 'Get-PowensInvoicing' {
    BeforeAll { $session = Connect-PowensSandbox -SyncDuration 0 }

    It 'counts what is billed' {
        $usage = Get-PowensInvoicing
        ($usage | Where-Object Name -EQ connections_synced).Value | Should -Be 2
        ($usage | Where-Object Name -EQ users_synced).Value | Should -Be 1
        (Get-PowensInvoicing -MinDate 2000-01-01 -MaxDate 2000-01-31 | Where-Object Name -EQ connections_synced).Value | Should -Be 0
    }
}
