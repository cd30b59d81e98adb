BeforeAll { . "$PSScriptRoot/../Helpers.ps1" }

Describe 'Start-QardSync' {
    BeforeEach {
        Connect-CompanyDataSandbox -SyncDuration 0.1
        $connection = New-Connection
    }

    It 'starts <How>' -ForEach @(
        @{ How = 'what a connection collects'; Start = { $connection | Start-QardSync }; Types = 'COMPANY_PROFILE', 'COMPANY_OFFICER' }
        @{ How = 'everything of a user'; Start = { Get-QardUser $connection.UserId | Start-QardSync }; Types = @() }
        @{ How = 'everything by id'; Start = { $connection.UserId | Start-QardSync }; Types = @() }
        @{ How = 'what is asked for, by position'; Start = { Start-QardSync $connection.UserId company_officer }; Types = 'COMPANY_OFFICER' }
        @{ How = 'what is asked for of a connection'; Start = { $connection | Start-QardSync -DataType COMPANY_PROFILE }; Types = 'COMPANY_PROFILE' }
    ) {
        $sync = & $Start
        $sync.UserId | Should -Be $connection.UserId
        @($sync.DataTypes) | Should -Be @($Types)
        $expected = if ($Types) { $Types } else { 'COMPANY_PROFILE', 'COMPANY_OFFICER' }
        ($sync | Wait-QardSync).DataTypes | Should -Be $expected
    }

    It 'says of one that is under way how to wait for it' {
        Connect-CompanyDataSandbox -SyncDuration 60
        $connection = New-Connection
        $null = $connection | Start-QardSync
        $connection | Start-QardSync -ErrorAction SilentlyContinue -ErrorVariable failed

        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardConflict,*'
        $failed[0].CategoryInfo.Category | Should -Be ResourceExists
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike "*Wait-QardSync -UserId $($connection.UserId)*"
    }

    It 'passes an unknown data type through, with a warning' {
        Start-QardSync $connection.UserId SOMETHING_NEW -WarningAction SilentlyContinue -WarningVariable warned `
            -ErrorAction SilentlyContinue -ErrorVariable failed
        $warned | Should -HaveCount 1
        $warned[0] | Should -BeLike '*SOMETHING_NEW*'
        $failed[0] | Should -BeLike '*SOMETHING_NEW is not a data type*'
    }

    It 'sends nothing with -WhatIf' {
        $before = Get-RequestCount
        $connection | Start-QardSync -WhatIf
        Get-RequestCount | Should -Be $before
    }
}

Describe 'Get-QardSync' {
    BeforeAll {
        Connect-CompanyDataSandbox -SyncDuration 0.1
        $id = New-Collected
        $null = $id | Start-QardSync -DataType COMPANY_PROFILE | Wait-QardSync
    }

    It 'reads <How>' -ForEach @(
        @{ How = 'the latest of each'; Get = { $id | Get-QardSync }; Types = 'COMPANY_PROFILE', 'COMPANY_OFFICER' }
        @{ How = 'the history'; Get = { Get-QardSync $id -History }; Types = 'COMPANY_PROFILE', 'COMPANY_OFFICER', 'COMPANY_PROFILE' }
        @{ How = 'one type'; Get = { Get-QardSync $id company_officer }; Types = 'COMPANY_OFFICER' }
        @{ How = 'types by wildcard'; Get = { Get-QardUser $id | Get-QardSync -DataType *PROFILE -History }; Types = 'COMPANY_PROFILE', 'COMPANY_PROFILE' }
    ) {
        $items = & $Get
        $items.DataType | Should -Be $Types
        $items.UserId | Select-Object -Unique | Should -Be $id
        $items.Status | Select-Object -Unique | Should -Be 'SUCCESS'
    }

    It 'gives times as the service writes them, without a zone' {
        $item = Get-QardSync $id COMPANY_OFFICER
        $item.RequestedAt.Kind | Should -Be Unspecified
        $item.CompletedAt | Should -BeOfType datetime
    }
}

Describe 'Wait-QardSync' {
    BeforeEach { Connect-CompanyDataSandbox -SyncDuration 0.1 }

    It 'gives one result a user: <How>' -ForEach @(
        @{ How = 'for what Start-QardSync emits'; Wait = { $connections | Start-QardSync | Wait-QardSync } }
        @{ How = 'by id'; Wait = { $connections | Start-QardSync | Out-Null; $connections[0], $connections[1] | ForEach-Object { Wait-QardSync $_.UserId } } }
        @{ How = 'by id, piped in'; Wait = { $connections | Start-QardSync | Out-Null; $connections.UserId | Wait-QardSync } }
        @{ How = 'for users'; Wait = { $connections | Start-QardSync | Out-Null; Get-QardUser | Wait-QardSync } }
        @{ How = 'for connections'; Wait = { $connections | Start-QardSync | Out-Null; $connections | Wait-QardSync -DataType COMPANY_PROFILE, COMPANY_OFFICER } }
    ) {
        $connections = @(New-Connection 111111111; New-Connection 222222222)
        $results = & $Wait
        $results.UserId | Should -Be $connections.UserId
        $results.Status | Should -Be 'Success', 'Success'
        $results[0].DataTypes | Should -Be 'COMPANY_PROFILE', 'COMPANY_OFFICER'
        $results[0].Items.Status | Should -Be 'SUCCESS', 'SUCCESS'
        $results[0].Waited | Should -BeOfType timespan
    }

    It 'reports what failed and lets the rest through' {
        $id = (New-Connection 000000001).UserId
        $result = $id | Start-QardSync | Wait-QardSync -ErrorAction SilentlyContinue -ErrorVariable failed

        $result.Status | Should -Be 'Partial'
        $result.DataTypes | Should -Be @('COMPANY_PROFILE')
        $result.Failures.DataType | Should -Be 'COMPANY_OFFICER'
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardSyncFailed,*'
        $failed[0].TargetObject | Should -Be $id
        $failed[0] | Should -BeLike '*COMPANY_OFFICER*FETCH_ERROR*'
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike "*Start-QardSync -UserId $id -DataType COMPANY_OFFICER*"
    }

    It 'emits no result where nothing was collected' {
        $connection = New-Connection 000000003
        $connection | Start-QardSync | Wait-QardSync -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed.Count | Should -Be 2
        $failed[0] | Should -BeLike '*INTERNAL_ERROR*'
    }

    It 'gives the address where the end user consents again, and works after that' {
        $connection = New-Connection 000000002
        $null = $connection | Start-QardSync | Wait-QardSync -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardConsentRequired,*'
        $failed[0].CategoryInfo.Category | Should -Be PermissionDenied
        $lost = Get-QardDataConnection $connection.UserId
        $lost.Status | Should -Be 'AUTH_ERROR'
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike "*$($lost.RedirectUrl)*"

        $again = $lost | Grant-CompanyDataSandboxConsent | Wait-QardDataConnection | Start-QardSync | Wait-QardSync
        $again.Status | Should -Be 'Success'
    }

    It 'waits for many side by side' {
        $syncs = 1..25 | ForEach-Object { New-Connection (100000000 + $_) } | Start-QardSync
        ($syncs | Wait-QardSync).UserId | Should -Be $syncs.UserId

        # None of these ends: one after another they would take eighty seconds.
        $endless = @(New-Connection 000000004 | Start-QardSync) * 20
        $time = Measure-Command { $endless | Wait-QardSync -Timeout 4 -ErrorAction SilentlyContinue -ErrorVariable failed }
        $failed.Count | Should -Be 20
        $time.TotalSeconds | Should -BeLessThan $Soon
    }

    It 'leads on to the data, once a user' {
        $ids = @(New-Connection 111111111; New-Connection 222222222) | Start-QardSync | Wait-QardSync | Get-QardCompanyProfile
        $ids.RegistrationNumber | Should -Be '111111111', '222222222'
    }
}

Describe 'An unknown user' {
    BeforeAll { Connect-CompanyDataSandbox }

    It '<_> is QardNotFound with the id as target' -ForEach 'Start-QardSync', 'Get-QardSync', 'Get-QardSync -History', 'Wait-QardSync' {
        $name, $switch = $_ -split ' '
        . ([scriptblock]::Create("$name no-such-id $switch -ErrorAction SilentlyContinue -ErrorVariable failed"))
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardNotFound,*'
        $failed[0].TargetObject | Should -Be 'no-such-id'
    }
}

Describe '-EventPath' {
    BeforeEach { Connect-CompanyDataSandbox -SyncDuration 0 }

    It 'is a file of a webhook receiver, for <Command>' -ForEach @(
        @{ Command = 'Wait-QardSync'; Run = { $user = New-QardUser 'Exemple SAS' 123456789; $null = $user | New-QardDataConnection -ProviderName company_legal_fr -DataType COMPANY_PROFILE
            $sync = $user | Start-QardSync; $sync | Wait-QardSync -EventPath $events -Timeout 5 } }
        @{ Command = 'Invoke-QardCollection'; Run = { Invoke-QardCollection 'Exemple SAS' 123456789 -EventPath $events -Timeout 5 } }
    ) {
        $events = Join-Path $TestDrive "events-$Command.jsonl"
        (& $Run).Status | Should -BeIn 'Success', 'Complete'
    }

    It 'is refused where it is a folder' {
        { Invoke-QardCollection 'Exemple SAS' 123456789 -EventPath $TestDrive } | Should -Throw '*is a folder*' -ErrorId 'QardInvalidInput,*'
    }
}
