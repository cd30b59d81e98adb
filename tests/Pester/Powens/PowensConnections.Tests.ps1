BeforeDiscovery {
    $states = @(
        @{ Number = 3; State = 'additionalInformationNeeded'; Problem = '*asks for more*Code*SMS*'; Remedy = 'Send it with: Update-PowensConnection * -Field*'; Person = $true }
        @{ Number = 4; State = 'webauthRequired'; Problem = '*log in at the bank*'; Remedy = '*New-PowensWebviewUri -Flow reconnect -ConnectionId*'; Person = $true }
        @{ Number = 5; State = 'SCARequired'; Problem = '*strong authentication*'; Remedy = '*New-PowensWebviewUri -Flow reconnect*'; Person = $true }
        @{ Number = 6; State = 'decoupled'; Problem = '*bank''s app*'; Remedy = '*New-PowensWebviewUri*Update-PowensConnection * -Resume*'; Person = $true }
        @{ Number = 7; State = 'validating'; Problem = '*checking*'; Remedy = 'Wait*'; Person = $false }
        @{ Number = 8; State = 'actionNeeded'; Problem = '*at the bank*'; Remedy = '*log in at the bank*'; Person = $true }
        @{ Number = 9; State = 'passwordExpired'; Problem = '*expired*'; Remedy = '*at the bank*'; Person = $true }
        @{ Number = 10; State = 'rateLimiting'; Problem = '*limits*'; Remedy = '*later*'; Person = $false }
        @{ Number = 11; State = 'websiteUnavailable'; Problem = '*cannot be reached*'; Remedy = '*later*'; Person = $false }
        @{ Number = 12; State = 'bug'; Problem = '*internal error*'; Remedy = '*support*'; Person = $true }
        @{ Number = 13; State = 'quarantined'; Problem = '*''quarantined''*'; Remedy = '?*'; Person = $true }
    )
}

BeforeAll { . "$PSScriptRoot/PowensHelpers.ps1" }

Describe 'New-PowensConnection' {
    BeforeEach { $session = Connect-PowensSandbox -SyncDuration 0 }

    It 'connects by <How>' -ForEach @(
        @{ How = 'position'; New = { New-PowensConnection (Get-Magic 1) @{ login = 'l'; password = 'p' } } }
        @{ How = 'name'; New = { New-PowensConnection -ConnectorUuid (Get-Magic 1) -Field @{ login = 'l'; password = ConvertTo-Secure 'p' } } }
        @{ How = 'number'; New = { New-PowensConnection 1 @{ login = 'l'; password = 'p' } } }
        @{ How = 'a connector from the pipeline'; New = { Get-PowensConnector 'Banque Exemple' | New-PowensConnection -Field @{ login = 'l'; password = 'p' } } }
        @{ How = 'the user''s id'; New = { New-PowensConnection (Get-Magic 1) @{ login = 'l'; password = 'p' } -UserId 1 } }
        @{ How = 'a credential as the password'; New = { New-PowensConnection (Get-Magic 1) @{ login = 'l'; password = [pscredential]::new('l', (ConvertTo-Secure 'p')) } } }
    ) {
        $connection = & $New
        $connection.ConnectorUuid | Should -Be (Get-Magic 1)
        $connection.UserId | Should -Be '1'
        (Get-PowensConnection).ConnectionId | Should -Contain $connection.ConnectionId
        $connection.IsUsable | Should -BeTrue
    }

    It 'answers at once with -Background; Wait-PowensConnection waits for the first synchronisation' {
        $null = Connect-PowensSandbox -SyncDuration 1
        $connection = New-PowensConnection (Get-Magic 1) @{ login = 'l'; password = 'p' } -Background -Verbose 4>&1
        "$($connection[-2])" | Should -BeLike '*connections`?background *'
        $connection[-1].LastUpdate | Should -BeNullOrEmpty
        $ended = $connection[-1] | Wait-PowensConnection -Timeout $Soon
        $ended.LastUpdate | Should -BeOfType datetime
        ($ended | Get-PowensAccount).Count | Should -Be 5
    }

    It 'says <Code> where the fields are <What>' -ForEach @(
        @{ What = 'missing'; Number = 1; Field = @{}; Code = 'missingParameter'; Id = 'PowensInvalid,*' }
        @{ What = 'not on the list'; Number = 21; Field = @{ login = 'somebody'; password = 'secret'; website = 'other' }; Code = 'invalidValue'; Id = 'PowensInvalid,*' }
        @{ What = 'for no such connector'; Number = 99; Field = @{ login = 'somebody' }; Code = 'invalidValue'; Id = 'PowensInvalid,*' }
    ) {
        New-PowensConnection (Get-Magic $Number) -Field $Field -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike $Id
        $failed[0].Exception.ProviderCode | Should -Be $Code
        $failed[0].TargetObject | Should -Be (Get-Magic $Number)
    }

    # The sandbox changes the case of the code from one refusal to the next.
    It 'says that the password is wrong, in whatever case the service says it' {
        $failures = 1..3 | ForEach-Object {
            New-PowensConnection (Get-Magic 1) @{ login = 'somebody'; password = 'wrong' } -ErrorAction SilentlyContinue -ErrorVariable failed
            $failed[0]
        }
        $failures.FullyQualifiedErrorId | Select-Object -Unique | Should -BeLike 'PowensConsentRequired,*'
        $failures.CategoryInfo.Category | Select-Object -Unique | Should -Be PermissionDenied
        (Get-PowensConnection).Count | Should -Be 2
    }

    It 'is not misled by a field as short as a letter' {
        New-PowensConnection (Get-Magic 1) @{ login = 'p'; password = 'wrong' } -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensConsentRequired,*'
    }

    It 'shows an HTML page as its words' {
        New-PowensConnection (Get-Magic 18) @{ login = 'l'; password = 'p-1' } -ErrorAction SilentlyContinue -ErrorVariable failed
        "$($failed[0])" | Should -BeLike '*400 Bad Request*'
        "$($failed[0])" | Should -Not -Match '[<>]'
    }

    It 'is sent once where its answer is lost, and gives what has appeared since' {
        $server = Start-PowensServer @(
            @{ Body = '{"connections":[{"id":1}]}' }
            @{ Status = 0 }
            @{ Body = '{"connections":[{"id":1},{"id":2,"state":"SCARequired"}]}' }
        )
        try {
            Connect-Powens -Uri $server.Uri -UserToken (ConvertTo-Secure 'a-token')
            (New-PowensConnection u @{ login = 'l' }).ConnectionId | Should -Be '2'
            $server.Requests.Method | Should -Be 'GET', 'POST', 'GET'
        }
        finally {
            Stop-Server $server
        }
    }
}

Describe 'A connection in the state <State>' -ForEach $states {
    It 'says what is the matter and who has to do what' {
        $null = Connect-PowensSandbox -SyncDuration 2
        $connection = New-Magic $Number
        $connection.State | Should -Be $State
        $connection.IsUsable | Should -BeFalse
        $connection.Problem | Should -BeLike $Problem
        $connection.Remedy | Should -BeLike $Remedy
        $connection | Format-Table | Out-String | Should -Match $State
        $connection | Format-List Problem, Remedy | Out-String | Should -Match 'Remedy +: \S'
    }
}

Describe 'Wait-PowensConnection on <State>' -ForEach ($states | Where-Object Person) {
    It 'ends at once, with an error that says what to do' {
        $null = Connect-PowensSandbox -SyncDuration 2
        $connection = New-Magic $Number
        $ended = $connection | Wait-PowensConnection -ErrorAction SilentlyContinue -ErrorVariable failed
        $ended.State | Should -Be $State
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensConsentRequired,*'
        $failed[0].CategoryInfo.Category | Should -Be PermissionDenied
        $failed[0].TargetObject | Should -Be $connection.ConnectionId
        $failed[0].ErrorDetails.RecommendedAction | Should -Be $connection.Remedy
        "$($failed[0])" | Should -BeLike "*$($connection.ConnectionId)*"
        $failed[0].Exception.ProviderCode | Should -Be $State
    }
}

Describe 'Wait-PowensConnection on <State>' -ForEach ($states | Where-Object { -not $_.Person }) {
    It 'waits until time is up' {
        $null = Connect-PowensSandbox -SyncDuration 600
        $connection = New-Magic $Number
        $time = Measure-Command {
            $connection | Wait-PowensConnection -Timeout 0.3 -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        }
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensWaitTimeout,*'
        $failed[0].CategoryInfo.Category | Should -Be OperationTimeout
        $failed[0].TargetObject | Should -Be $connection.ConnectionId
        $failed[0].ErrorDetails.RecommendedAction | Should -Be $connection.Remedy
        $time.TotalSeconds | Should -BeGreaterOrEqual 0.29
        $time.TotalSeconds | Should -BeLessThan $Soon
    }
}

Describe 'Wait-PowensConnection' {
    It 'waits until the bank has checked' {
        $null = Connect-PowensSandbox -SyncDuration 0
        $connection = New-Magic 7
        $connection.IsUsable | Should -BeFalse
        ($connection | Wait-PowensConnection -Timeout ([timespan]::FromSeconds(20))).IsUsable | Should -BeTrue
    }

    It 'takes ids by <How>' -ForEach @(
        @{ How = 'position'; Wait = { Wait-PowensConnection 1 } }
        @{ How = 'name'; Wait = { Wait-PowensConnection -ConnectionId 1 -UserId me } }
        @{ How = 'value'; Wait = { 1 | Wait-PowensConnection } }
        @{ How = 'property name'; Wait = { [pscustomobject]@{ ConnectionId = 1; UserId = 1 } | Wait-PowensConnection } }
        @{ How = 'the name on the wire'; Wait = { [pscustomobject]@{ IdConnection = '1' } | Wait-PowensConnection } }
    ) {
        $null = Connect-PowensSandbox
        (& $Wait).ConnectionId | Should -Be '1'
    }

    It 'waits for many side by side, and gives them in order' {
        $null = Connect-PowensSandbox -SyncDuration 0
        $connections = 7, 1, 7, 1 | ForEach-Object { New-Magic $_ }
        ($connections | Wait-PowensConnection).ConnectionId | Should -Be $connections.ConnectionId

        # None of these ends: one after another they would take eighty seconds.
        $null = Connect-PowensSandbox -SyncDuration 600
        $endless = @(New-Magic 7) * 20
        $time = Measure-Command { $endless | Wait-PowensConnection -Timeout 4 -ErrorAction SilentlyContinue -ErrorVariable failed }
        $failed.Count | Should -Be 20
        $time.TotalSeconds | Should -BeLessThan $Soon
    }

    It 'is PowensNotFound for an unknown id' {
        $null = Connect-PowensSandbox
        Wait-PowensConnection 9999 -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensNotFound,*'
        $failed[0].TargetObject | Should -Be '9999'
    }
}

Describe 'Get-PowensConnection' {
    BeforeAll { $session = Connect-PowensSandbox }

    It 'lists those of the session''s user' {
        $all = Get-PowensConnection
        $all.ConnectionId | Should -Be '1', '2'
        $all.IsUsable | Should -Be $true, $true
        $all | Where-Object Problem | Should -BeNullOrEmpty
        $all[0].LastUpdate | Should -BeOfType datetime
    }

    It 'reads by <How>' -ForEach @(
        @{ How = 'position'; Get = { Get-PowensConnection 2 } }
        @{ How = 'user'; Get = { Get-PowensConnection 2 -UserId 1 } }
        @{ How = 'value'; Get = { '2' | Get-PowensConnection } }
        @{ How = 'a number as value'; Get = { 2 | Get-PowensConnection } }
        @{ How = 'property name'; Get = { [pscustomobject]@{ ConnectionId = 2 } | Get-PowensConnection } }
        @{ How = 'a connection'; Get = { Get-PowensConnection 2 | Get-PowensConnection } }
        @{ How = 'a subscription of it'; Get = { Get-PowensSubscription | Get-PowensConnection } }
    ) {
        (& $Get).ConnectionId | Select-Object -Unique | Should -Be '2'
    }

    It 'brings along what -Expand names' {
        $connection = Get-PowensConnection 1 -Expand connector, accounts, sources
        $connection.Connector.Name | Should -Be 'Banque Exemple'
        $connection.Accounts.Count | Should -Be 5
        $connection.Accounts[0].Balance | Should -Be 1234567.89
        "$($connection.Sources)" | Should -Not -BeNullOrEmpty
        (Get-PowensConnection -Expand connector)[0].Connector.Name | Should -Be 'Banque Exemple'
        (Get-PowensConnection 1).Connector | Should -BeNullOrEmpty
    }

    It 'gives the rest where one is unknown' {
        $found = 1, 9999, 2 | Get-PowensConnection -ErrorAction SilentlyContinue -ErrorVariable failed
        $found.ConnectionId | Should -Be '1', '2'
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensNotFound,*'
        $failed[0].TargetObject | Should -Be '9999'
    }
}

Describe 'The table of connections' {
    It 'says <Shown> for <Json>' -ForEach @(
        @{ Json = '{"id":3,"state":null}'; Shown = 'ok' }
        @{ Json = '{"id":3,"state":"wrongpass"}'; Shown = 'wrongpass' }
        @{ Json = '{"id":3,"state":null,"error":"wrongpass"}'; Shown = 'wrongpass' }
    ) {
        $server = Start-PowensServer @{ Body = $Json }
        try {
            Connect-Powens -Uri $server.Uri -UserToken (ConvertTo-Secure 'a-token')
            Get-PowensConnection 3 | Format-Table | Out-String | Should -Match "(?m)^3\s+$Shown\b"
        }
        finally {
            Stop-Server $server
        }
    }
}

Describe 'Update-PowensConnection' {
    BeforeEach { $session = Connect-PowensSandbox -SyncDuration 0 }

    It 'synchronises <How>' -ForEach @(
        @{ How = 'by position'; Update = { Update-PowensConnection 1 }; Method = 'POST' }
        @{ How = 'from the pipeline'; Update = { Get-PowensConnection 1 | Update-PowensConnection }; Method = 'POST' }
        @{ How = 'where it is not due'; Update = { Update-PowensConnection 1 -Force }; Method = 'PUT' }
    ) {
        $VerbosePreference = 'Continue'
        $all = & $Update 4>&1
        ($all | Where-Object { $_ -isnot [Management.Automation.VerboseRecord] }).ConnectionId | Should -Be '1'
        "$($all | Select-Object -Last 2)" | Should -BeLike "*Powens: $Method users/*/connections/1`?psu_requested=false *"
        (Get-PowensConnection 1 4>$null).IsUsable | Should -BeTrue
    }

    # The service takes it for granted that the end user is there, which unattended runs must not say.
    It 'says whether the end user is there: <Query>' -ForEach @(
        @{ With = @{}; Query = '\?psu_requested=false' }
        @{ With = @{ Force = $true }; Query = '\?psu_requested=false' }
        @{ With = @{ UserPresent = $true }; Query = '' }
        @{ With = @{ Force = $true; UserPresent = $true }; Query = '' }
    ) {
        $server = Start-PowensServer @{ Body = '{"id":3}' }
        try {
            Connect-Powens -Uri $server.Uri -UserToken (ConvertTo-Secure 'a-token')
            $null = Update-PowensConnection 3 @With
            $server.Requests[0].Path | Should -Match "^/users/me/connections/3$Query$"
            $server.Requests[0].Method | Should -Be $(if ($With.Force) { 'PUT' } else { 'POST' })
        }
        finally {
            Stop-Server $server
        }
    }

    It 'sends a one-time code, once' {
        $connection = New-Magic 3
        $connection.Fields.Name | Should -Be 'code'
        $before = Get-PowensRequestCount
        $after = $connection | Update-PowensConnection -Field @{ code = ConvertTo-Secure '123456' }
        $after.IsUsable | Should -BeTrue
        Get-PowensRequestCount | Should -Be ($before + 1)
        ($after | Wait-PowensConnection | Get-PowensAccount).Count | Should -BeGreaterThan 0
    }

    It 'says that a code is wrong, and does not send it again' {
        $connection = New-Magic 3
        $before = Get-PowensRequestCount
        $connection | Update-PowensConnection -Field @{ code = '654321' } -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensConsentRequired,*'
        Get-PowensRequestCount | Should -Be ($before + 1)
        (Get-PowensConnection $connection.ConnectionId).Problem | Should -BeLike '*password is wrong*'
    }

    It 'does not send a code again whose answer is lost' {
        $server = Start-PowensServer @{ Status = 0 }
        try {
            Connect-Powens -Uri $server.Uri -UserToken (ConvertTo-Secure 'a-token')
            Update-PowensConnection 3 -Field @{ code = '123456' } -ErrorAction SilentlyContinue -ErrorVariable failed
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensOutcomeUnknown,*'
            $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*Get-PowensConnection 3*'
            $server.Requests.Count | Should -Be 1
        }
        finally {
            Stop-Server $server
        }
    }

    It 'sends new credentials where the password has expired' {
        $connection = New-Magic 9
        ($connection | Update-PowensConnection -Field @{ login = 'l'; password = 'new' }).IsUsable | Should -BeTrue
    }

    It 'goes on with -Resume after the user has confirmed' {
        $connection = New-Magic 6
        Start-Sleep -Milliseconds 1200
        ($connection | Update-PowensConnection -Resume).IsUsable | Should -BeTrue
    }

    It '-Resume says so to the service' {
        $server = Start-PowensServer @{ Body = '{"id":3,"state":"decoupled"}' }
        try {
            Connect-Powens -Uri $server.Uri -UserToken (ConvertTo-Secure 'a-token')
            (Update-PowensConnection 3 -Resume).State | Should -Be 'decoupled'
            $server.Requests[0].Method, $server.Requests[0].Path, $server.Requests[0].Body | Should -Be 'POST', '/users/me/connections/3', '{"resume":true}'
        }
        finally {
            Stop-Server $server
        }
    }

    It 'is <Id> where the service refuses: <Code>' -ForEach @(
        @{ Number = 19; Code = 'connectionLocked'; Id = 'PowensConflict'; Category = 'ResourceExists' }
        @{ Number = 20; Code = 'tooManySync'; Id = 'PowensRateLimited'; Category = 'LimitsExceeded' }
    ) {
        $connection = New-Magic $Number
        $before = Get-PowensRequestCount
        $connection | Update-PowensConnection -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $failed[0].CategoryInfo.Category | Should -Be $Category
        $failed[0].Exception.ProviderCode | Should -Be $Code
        $failed[0].Exception.RequestId | Should -BeLike 'sandbox-*'
        Get-PowensRequestCount | Should -Be ($before + 1)
    }

    It 'is PowensNotFound for an unknown id' {
        Update-PowensConnection 9999 -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensNotFound,*'
        $failed[0].TargetObject | Should -Be '9999'
    }

    It 'takes one of -Field, -Resume and -Force' {
        { Update-PowensConnection 1 -Resume -Force } | Should -Throw -ErrorId 'AmbiguousParameterSet*'
        { Update-PowensConnection 1 -Field @{ a = 'b' } -Resume } | Should -Throw -ErrorId 'AmbiguousParameterSet*'
    }
}

Describe 'Consents that end' {
    BeforeAll {
        $session = Connect-PowensSandbox -SyncDuration 0
        # Its consent ends in three days.
        $ending = New-Magic 25
    }

    It 'Get-PowensConnectionSource gives them by <How>' -ForEach @(
        @{ How = 'position'; Get = { Get-PowensConnectionSource $ending.ConnectionId } }
        @{ How = 'a connection from the pipeline'; Get = { $ending | Get-PowensConnectionSource } }
        @{ How = 'both ids'; Get = { Get-PowensConnectionSource $ending.ConnectionId -SourceId $ending.ConnectionId } }
        @{ How = 'nothing at all'; Get = { Get-PowensConnectionSource | Where-Object ConnectionId -EQ $ending.ConnectionId } }
    ) {
        $source = & $Get
        $source.ConnectionId | Should -Be $ending.ConnectionId
        $source.Name | Should -Be 'directaccess'
        ($source.AccessExpire - (Get-Date)).TotalDays | Should -BeGreaterThan 2
        ($source.AccessExpire - (Get-Date)).TotalDays | Should -BeLessThan 4
        $source.State | Should -BeNullOrEmpty
    }

    It '-ExpiringWithin <Within> gives <Count>' -ForEach @(
        @{ Within = '14.00:00:00'; Count = 1 }
        @{ Within = 14; Count = 1 }
        @{ Within = [timespan]::FromDays(1); Count = 0 }
        @{ Within = 1; Count = 0 }
    ) {
        @(Get-PowensConnection -ExpiringWithin $Within).Count | Should -Be $Count
        @(Get-PowensConnectionSource -ExpiringWithin $Within).Count | Should -Be $Count
        @(Get-PowensConnection $ending.ConnectionId -ExpiringWithin $Within).Count | Should -Be $Count
    }

    It 'a connection shows when the first of its consents ends' {
        (Get-PowensConnection -ExpiringWithin 14).AccessExpire | Should -Be (Get-PowensConnectionSource $ending.ConnectionId).AccessExpire
        (Get-PowensConnection 1 -Expand sources).AccessExpire | Should -BeNullOrEmpty
        Get-PowensConnection -ExpiringWithin 14 | Format-List AccessExpire | Out-String | Should -Match 'AccessExpire : \d'
    }

    It 'a source is switched off and on' {
        Set-PowensConnectionSource 1 1 -Disabled true | Should -BeNullOrEmpty
        (Get-PowensConnectionSource 1).Disabled | Should -BeOfType datetime
        (Get-PowensConnectionSource 1 | Set-PowensConnectionSource -Disabled $false -PassThru).Disabled | Should -BeNullOrEmpty
    }

    It 'asks for the connection of a source, before any call' {
        $before = Get-PowensRequestCount
        Get-PowensConnectionSource -SourceId 1 -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0] | Should -BeLike '*-ConnectionId*'
        Get-PowensRequestCount | Should -Be $before
    }

    It 'is PowensNotFound for an unknown <_>' -ForEach 'Get-PowensConnectionSource 9999', 'Get-PowensConnectionSource 1 -SourceId 9999', 'Get-PowensConnectionLog 9999' {
        . ([scriptblock]::Create("$_ -ErrorAction SilentlyContinue -ErrorVariable failed")) | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensNotFound,*'
        $failed[0].TargetObject | Should -Be '9999'
    }
}

Describe 'Get-PowensConnectionLog' {
    BeforeAll {
        $session = Connect-PowensSandbox -SyncDuration 0
        $locked = New-Magic 8
    }

    It 'says why it failed, and what to do' {
        $log = $locked | Get-PowensConnectionLog
        $log.IsFailed, $log.Error | Should -Be $true, 'actionNeeded'
        $log.Problem | Should -BeLike '*at the bank*'
        $log.Remedy | Should -BeLike '*log in at the bank*'
        $log.Timestamp | Should -BeOfType datetime
        $log.SourceId, $log.UserId | Should -Be $locked.ConnectionId, '1'
    }

    It 'reads by <How>' -ForEach @(
        @{ How = 'user'; Get = { Get-PowensConnectionLog }; Expected = '1', '2', '3' }
        @{ How = 'a user from the pipeline'; Get = { Get-PowensUser 1 | Get-PowensConnectionLog }; Expected = '1', '2', '3' }
        @{ How = 'connection'; Get = { Get-PowensConnectionLog 1 }; Expected = , '1' }
        @{ How = 'domain'; Get = { Get-PowensConnectionLog -Domain }; Expected = '1', '2', '3' }
        @{ How = 'state'; Get = { Get-PowensConnectionLog -State actionNeeded }; Expected = , '3' }
        @{ How = 'source'; Get = { Get-PowensConnectionLog -SourceId 2 }; Expected = , '2' }
        @{ How = 'days, of which none is there'; Get = { Get-PowensConnectionLog -MaxDate 2000-01-01 }; Expected = @() }
        @{ How = 'days'; Get = { Get-PowensConnectionLog 1 -MinDate 2000-01-01 -MaxDate 2100-01-01 }; Expected = , '1' }
    ) {
        (& $Get).ConnectionId | Sort-Object | Should -Be $Expected
    }

    It 'reads the domain of all users, with the users token' {
        $null = New-PowensUser
        Get-PowensConnectionLog -Domain -Verbose 4>&1 | Where-Object { "$_" -like '*GET logs*' } | Should -HaveCount 1
        { Get-PowensConnectionLog -ConnectionId 1 -Domain } | Should -Throw -ErrorId 'AmbiguousParameterSet*'
    }
}

Describe 'Remove-PowensConnection' {
    BeforeEach { $session = Connect-PowensSandbox }

    It 'removes what is named or piped in' {
        Remove-PowensConnection 1 -Confirm:$false | Should -BeNullOrEmpty
        (Get-PowensConnection).ConnectionId | Should -Be '2'
        Get-PowensConnection | Remove-PowensConnection -Confirm:$false
        Get-PowensConnection | Should -BeNullOrEmpty
    }

    It 'is PowensNotFound for an unknown id' {
        Remove-PowensConnection 9999 -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensNotFound,*'
        $failed[0].TargetObject | Should -Be '9999'
    }
}
