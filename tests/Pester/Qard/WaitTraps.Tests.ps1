# The loop of the guide (document 000, step 4), whose traps Wait-QardSync must not inherit:
#     while (!syncComplete) { ...; const status = await qardFetch(`/users/${user.id}/sync/latest`);
#                             syncComplete = status.every(s => s.status === 'SUCCESS'); }
BeforeAll {
    . "$PSScriptRoot/../Helpers.ps1"

    # What the loop concludes from one look: every() is true of an empty list.
    function Test-NaiveLoop($Items) {
        foreach ($item in $Items) {
            if ($item.Status -ne 'SUCCESS') { return $false }
        }
        $true
    }

    # Looks as the loop does, until it is content or has looked for so many seconds; gives whether it ended.
    function Wait-NaiveLoop([string] $UserId, [double] $Seconds) {
        $end = [datetime]::UtcNow.AddSeconds($Seconds)
        while ([datetime]::UtcNow -lt $end) {
            if (Test-NaiveLoop (Get-QardSync $UserId)) { return $true }
            Start-Sleep -Milliseconds 50
        }
        $false
    }
}

Describe 'The naive loop, and Wait-QardSync' {
    BeforeEach { Connect-CompanyDataSandbox -SyncDuration 0.2 }

    It 'an item that failed: the loop never ends' {
        $connection = New-Connection 000000001
        $sync = $connection | Start-QardSync
        $result = $sync | Wait-QardSync -Timeout 10 -ErrorAction SilentlyContinue -ErrorVariable failed

        $result.Status | Should -Be 'Partial'
        $failed.FullyQualifiedErrorId | Should -BeLike 'QardSyncFailed,*'
        Wait-NaiveLoop $connection.UserId 0.2 | Should -BeFalse -Because 'an item that failed stays failed'
        (Get-QardSync $connection.UserId).Status | Should -Be 'SUCCESS', 'FETCH_ERROR'
    }

    It 'an item whose consent is gone: the loop never ends' {
        $connection = New-Connection 000000002
        $null = $connection | Start-QardSync | Wait-QardSync -Timeout 10 -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed.FullyQualifiedErrorId | Should -BeLike 'QardConsentRequired,*'
        Wait-NaiveLoop $connection.UserId 0.2 | Should -BeFalse
    }

    It 'an empty list: the loop reads it as done' {
        $connection = New-Connection 000000005
        $sync = $connection | Start-QardSync
        $seen = Get-QardSync $connection.UserId
        $seen | Should -BeNullOrEmpty
        Test-NaiveLoop $seen | Should -BeTrue -Because 'every() is true of an empty list'

        $result = $sync | Wait-QardSync
        $result.DataTypes | Should -Be 'COMPANY_PROFILE', 'COMPANY_OFFICER'
        Get-QardCompanyProfile $connection.UserId | Should -Not -BeNullOrEmpty
    }

    It 'a SUCCESS of an older sync: the loop reads it as done' {
        $id = New-Collected 000000005
        $older = Get-QardSync $id
        $sync = Start-QardSync $id
        $seen = Get-QardSync $id
        Test-NaiveLoop $seen | Should -BeTrue -Because 'the list still shows the older one'
        $seen.Id | Should -Be $older.Id

        $result = $sync | Wait-QardSync
        $result.Items.Id | Should -HaveCount 2
        $result.Items.Id | Where-Object { $_ -in $older.Id } | Should -BeNullOrEmpty
    }

    It 'a SUCCESS of an older sync of other types is no matter: what was asked for is waited for' {
        $id = New-Collected
        $result = Start-QardSync $id COMPANY_OFFICER | Wait-QardSync -Timeout 10
        $result.Items.DataType | Should -Be 'COMPANY_OFFICER'
    }

    It 'no end in sight: the loop has no time-out, and the wait says that the sync goes on' {
        $connection = New-Connection 000000004
        $sync = $connection | Start-QardSync
        $time = Measure-Command {
            $result = $sync | Wait-QardSync -Timeout 0.5 -ErrorAction SilentlyContinue -ErrorVariable failed
        }

        $result | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardWaitTimeout,*'
        $failed[0].CategoryInfo.Category | Should -Be OperationTimeout
        $failed[0].TargetObject | Should -Be $connection.UserId
        $failed[0] | Should -BeLike '*It continues.*'
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike "*Wait-QardSync -UserId $($connection.UserId)*"
        $time.TotalSeconds | Should -BeGreaterOrEqual 0.5
        $time.TotalSeconds | Should -BeLessThan $Soon

        (Get-QardSync $connection.UserId).Status | Select-Object -Unique | Should -Be 'FETCHING' -Because 'the wait does not end the sync'
        Wait-NaiveLoop $connection.UserId 0.2 | Should -BeFalse
    }

    It 'HTTP <Status>: the loop does not look at the status, and <Loop>' -ForEach @(
        @{ Status = 500; Body = '[]'; Loop = 'reads an empty body as done'; Id = 'QardServerError,*' }
        @{ Status = 404; Body = '{"error_code":"NOT_FOUND","error_message":"User not found."}'; Loop = 'falls over'; Id = 'QardNotFound,*' }
        @{ Status = 401; Body = '{"error_code":"UNAUTHORIZED","error_message":"No."}'; Loop = 'falls over'; Id = 'QardUnauthorized,*' }
    ) {
        $server = Start-Server -Status $Status -Body $Body
        try {
            Connect-Qard (ConvertTo-Secret 'a-key') -Uri $server.Uri -MaxRetry 0

            # What response.json() gives the loop: a list, or an object that has no every().
            $json = Invoke-RestMethod $server.Uri -SkipHttpErrorCheck
            if ($json.error_code) { $Loop | Should -Be 'falls over' } else { Test-NaiveLoop $json | Should -BeTrue }

            $record = try { Wait-QardSync 'some-id' -Timeout 0.3 -ErrorAction Stop } catch { $_ }
            $record.FullyQualifiedErrorId | Should -BeLike $Id
        }
        finally {
            Stop-Server $server
        }
    }

    It 'an unrelated type that is still under way: the loop is held up by it' {
        Connect-CompanyDataSandbox -SyncDuration 5
        $connection = New-Connection 123456789 COMPANY_PROFILE, COMPANY_OFFICER, BENEFICIAL_OWNER, COURT_DECISION, ACT
        $null = $connection | Start-QardSync
        $result = Wait-QardSync $connection.UserId COMPANY_PROFILE

        $result.DataTypes | Should -Be @('COMPANY_PROFILE')
        Test-NaiveLoop (Get-QardSync $connection.UserId) | Should -BeFalse -Because 'the others are still under way'
    }

    It 'an unrelated type that failed: the loop is held up by it for ever' {
        $id = New-Collected 000000001
        $result = Start-QardSync $id COMPANY_PROFILE | Wait-QardSync -Timeout 10

        $result.Status | Should -Be 'Success'
        Wait-NaiveLoop $id 0.2 | Should -BeFalse
    }

    It 'a status that nobody knows is no end' {
        $connection = New-Connection 000000007
        $sync = $connection | Start-QardSync
        ($sync | Wait-QardSync).Status | Should -Be 'Success'
        (Get-QardSync $connection.UserId).Status | Select-Object -Unique | Should -Be 'SUCCESS'
    }

    It 'no data type comes forth: the wait says so' {
        $user = New-QardUser 'Exemple SAS' 123456789
        $null = $user | Start-QardSync
        Test-NaiveLoop (Get-QardSync $user.Id) | Should -BeTrue
        Wait-QardSync $user.Id -Timeout 0.5 -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
    }

    It 'a connection that lost its consent: the wait does not wait for it' {
        $connection = New-Connection
        $connection | Set-QardDataConnection -Reconnect
        $time = Measure-Command {
            $connection | Start-QardSync | Wait-QardSync -Timeout 600 -ErrorAction SilentlyContinue -ErrorVariable failed
        }
        $time.TotalSeconds | Should -BeLessThan $Soon
        $failed[0] | Should -BeLike '*AUTH_REQUIRED*'
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*https://*'
    }
}
