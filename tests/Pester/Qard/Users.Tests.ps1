BeforeAll { . "$PSScriptRoot/../Helpers.ps1" }

Describe 'New-QardUser' {
    BeforeEach { Connect-CompanyDataSandbox }

    It 'creates a company <How>' -ForEach @(
        @{ How = 'by position'; New = { New-QardUser 'Exemple SAS' 123456789 } }
        @{ How = 'by name'; New = { New-QardUser -Siren 123456789 -Name 'Exemple SAS' } }
        @{ How = 'from a row'; New = { New-Row 123456789 'Exemple SAS' | New-QardUser } }
        @{ How = 'from a row of other columns'; New = { [pscustomobject]@{ RegistrationNumber = '123456789'; CompanyName = 'Exemple SAS' } | New-QardUser } }
        @{ How = 'with spaces in its siren'; New = { New-QardUser 'Exemple SAS' '123 456 789' } }
        @{ How = 'with no-break spaces in its siren'; New = { New-QardUser ' Exemple SAS ' "123`u{a0}456`u{a0}789 " } }
    ) {
        $user = & $New
        $user.Name, $user.Siren, $user.Type | Should -Be 'Exemple SAS', '123456789', 'LEGAL'
        $user.UserId | Should -Be $user.Id
        (Get-QardUser $user.Id).Name | Should -Be 'Exemple SAS'
    }

    It 'sends all that a company can have' {
        $user = [pscustomobject]@{ name = 'Exemple SAS'; siren = '123456789'; postal_code = '75001'; ape_code = '62.01Z'; group = 'retail' } |
            New-QardUser -ReturnUrl https://example.test/back
        $user.Group, $user.PostalCode, $user.ApeCode | Should -Be 'retail', '75001', '62.01Z'
    }

    It 'does without a siren where the country has none' {
        (New-QardUser 'Voorbeeld NV' -Country BE).Siren | Should -BeNullOrEmpty
    }

    It 'leaves the number of another country as it is' {
        $user = New-QardUser 'Voorbeeld NV' '0403.170.701' -Country BE
        $user.Siren, $user.Country | Should -Be '0403.170.701', 'BE'
    }

    It 'creates a person <How>' -ForEach @(
        @{ How = 'by parameters'; New = { New-QardUser -FirstName Camille -LastName Exemple -BirthDate 1980-02-01 } }
        @{ How = 'from a row'; New = { [pscustomobject]@{ first_name = 'Camille'; last_name = 'Exemple'; birth_date = '1980-02-01' } | New-QardUser } }
    ) {
        $user = & $New
        $user.Type, $user.Name | Should -Be 'NATURAL', 'Camille Exemple'
    }

    It 'warns where the siren has a user already, and makes one more' {
        $first = New-QardUser 'Exemple SAS' 123456782
        $second = New-QardUser 'Exemple SAS' 123456782 -WarningAction SilentlyContinue -WarningVariable warned
        $second.Id | Should -Not -Be $first.Id
        $warned | Should -HaveCount 1
        $warned[0] | Should -BeLike "*123456782*$($first.Id)*"
    }

    It 'is not misled by a siren that merely contains the other' {
        $null = New-QardUser 'Exemple BE' '0123456782' -Country BE
        New-QardUser 'Exemple SAS' 123456782 -WarningVariable warned
        $warned | Should -BeNullOrEmpty
    }

    It 'sends nothing with -WhatIf, and says what it would do' {
        $said = New-Row 123456789 'Exemple SAS' | New-QardUser -WhatIf 6>&1
        $said | Should -BeNullOrEmpty
        Get-RequestCount | Should -Be 0
    }
}

Describe 'Get-QardUser' {
    BeforeAll {
        Connect-CompanyDataSandbox
        $users = @(
            New-QardUser 'Alpha SAS' 111111111
            New-QardUser 'Beta SARL' 222222222
            New-QardUser 'Alpha Filiale' 222222222 -WarningAction SilentlyContinue
            New-QardUser 'Gamma BE' 1222222222 -Country BE
        )
    }

    It 'reads all of them, in order' {
        (Get-QardUser).Id | Should -Be $users.Id
    }

    It 'finds the name <Given>' -ForEach @(
        @{ Given = 'Alpha*'; Found = 'Alpha SAS', 'Alpha Filiale' }
        @{ Given = 'beta sarl'; Found = 'Beta SARL' }
        @{ Given = '*S[Aa]*'; Found = 'Alpha SAS', 'Beta SARL' }
        @{ Given = 'Nobody*'; Found = $null }
    ) {
        Get-QardUser -Name $Given | ForEach-Object Name | Should -Be $Found
    }

    It 'reads one <How>' -ForEach @(
        @{ How = 'by position'; Get = { Get-QardUser $users[1].Id } }
        @{ How = 'by -Id'; Get = { Get-QardUser -Id $users[1].Id } }
        @{ How = 'by -UserId'; Get = { Get-QardUser -UserId $users[1].Id } }
        @{ How = 'piped by value'; Get = { $users[1].Id | Get-QardUser } }
        @{ How = 'piped by property name'; Get = { [pscustomobject]@{ UserId = $users[1].Id } | Get-QardUser } }
        @{ How = 'piped as a user'; Get = { $users[1] | Get-QardUser } }
        @{ How = 'given as a user'; Get = { Get-QardUser -Id $users[1] } }
        @{ How = 'piped as what Select-Object leaves of it'; Get = { $users[1] | Select-Object Id, Siren | Get-QardUser } }
    ) {
        (& $Get).Name | Should -Be 'Beta SARL'
    }

    It 'finds exactly the siren, and everyone who has it' {
        (Get-QardUser -Siren 222222222).Name | Should -Be 'Beta SARL', 'Alpha Filiale'
        (Get-QardUser -Siren '222 222 222').Name | Should -Be 'Beta SARL', 'Alpha Filiale'
        (New-Row 111111111 | Get-QardUser).Name | Should -Be 'Alpha SAS'
        Get-QardUser -Siren 333333333 | Should -BeNullOrEmpty
    }

    It 'does not take just anything for an id' {
        $before = Get-RequestCount
        [pscustomobject]@{ Something = 'else' } | Set-QardUser -Name x -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'InputObjectNotBound*'
        Get-RequestCount | Should -Be $before
    }

    It 'reads page after page' {
        $session = Connect-Sandbox
        1..105 | ForEach-Object { New-QardUser "Exemple $_" ($_ + 100000000) -Session $session } | Out-Null
        $before = Get-RequestCount
        (Get-QardUser -Session $session).Name | Should -Be (1..105 | ForEach-Object { "Exemple $_" })
        (Get-RequestCount) - $before | Should -Be 2
    }
}

Describe 'A warning about a change' {
    BeforeAll { Connect-CompanyDataSandbox -SyncDuration 0.1 }

    It 'comes before it is sent: <Command>' -ForEach @(
        @{ Command = 'New-QardUser'; Siren = '111222337'; Run = { New-QardUser 'Encore SAS' $Siren -WarningAction Stop }; Warning = '*already*' }
        @{ Command = 'New-QardDataConnection'; Siren = '111222334'; Run = { New-QardDataConnection $user.Id company_legal_fr SOMETHING_NEW -WarningAction Stop }; Warning = '*SOMETHING_NEW*' }
        @{ Command = 'Set-QardDataConnection'; Siren = '111222335'; Run = { $connection | Set-QardDataConnection -DataType SOMETHING_NEW -WarningAction Stop }; Warning = '*SOMETHING_NEW*' }
        @{ Command = 'Start-QardSync'; Siren = '111222336'; Run = { $connection | Start-QardSync -DataType SOMETHING_NEW -WarningAction Stop }; Warning = '*SOMETHING_NEW*' }
    ) {
        $user = New-QardUser 'Exemple SAS' $Siren
        $connection = if ($Command -match 'Set|Start') { $user | New-QardDataConnection }
        $audit = Join-Path $TestDrive "$Command.jsonl"
        Start-CompanyDataAudit $audit
        try { { . $Run } | Should -Throw $Warning } finally { $null = Stop-CompanyDataAudit }

        (Get-Content $audit | ConvertFrom-Json).method | Where-Object { $_ -ne 'GET' } | Should -BeNullOrEmpty
        Get-QardUser -Siren $Siren | Should -HaveCount 1
    }

    It 'does not hold up the change of somebody who only reads it' {
        $null = New-QardUser 'Exemple SAS' 111222337
        $users = 1..3 | ForEach-Object { New-Row 111222337 "Exemple $_" } | New-QardUser -ThrottleLimit 3 -WarningAction SilentlyContinue -WarningVariable warned `
            -ErrorAction SilentlyContinue
        $users[0].Siren | Should -Be '111222337'
        $warned[0] | Should -BeLike '*already*'
    }
}

Describe 'Set-QardUser' {
    BeforeEach {
        Connect-CompanyDataSandbox
        $user = New-QardUser 'Exemple SAS' 123456789
    }

    It 'changes <What>' -ForEach @(
        @{ What = 'Name'; Arguments = @{ Name = 'Nouveau SAS' }; Value = 'Nouveau SAS' }
        @{ What = 'Group'; Arguments = @{ Group = 'retail' }; Value = 'retail' }
        @{ What = 'Notifications'; Arguments = @{ Notification = 'COMPANY_PROFILE_UPDATED' }; Value = 'COMPANY_PROFILE_UPDATED' }
    ) {
        $user | Set-QardUser @Arguments | Should -BeNullOrEmpty
        (Get-QardUser $user.Id).$What | Should -Be $Value
    }

    It 'takes an empty list of notifications for none' {
        Set-QardUser $user.Id -Notification COMPANY_PROFILE_UPDATED
        (Set-QardUser $user.Id -Notification @() -PassThru).Notifications | Should -BeNullOrEmpty
    }

    It 'emits the changed user with -PassThru' {
        $changed = $user.Id | Set-QardUser -Name 'Nouveau SAS' -PassThru
        $changed.Name, $changed.Siren | Should -Be 'Nouveau SAS', '123456789'
    }

    It 'says that nothing is to be changed before any call' {
        $before = Get-RequestCount
        Set-QardUser $user.Id -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardInvalidInput,*'
        $failed[0] | Should -BeLike '*-Name, -Group or -Notification*'
        Get-RequestCount | Should -Be $before
    }

    It 'sends nothing with -WhatIf' {
        $before = Get-RequestCount
        $user | Set-QardUser -Name 'Nouveau SAS' -WhatIf
        Get-RequestCount | Should -Be $before
        (Get-QardUser $user.Id).Name | Should -Be 'Exemple SAS'
    }
}

Describe 'Remove-QardUser' {
    BeforeEach {
        Connect-CompanyDataSandbox
        $users = New-QardUser 'Alpha SAS' 111111111; $users = @($users; New-QardUser 'Beta SARL' 222222222)
    }

    It 'removes the users that are piped in' {
        $users | Remove-QardUser -Confirm:$false | Should -BeNullOrEmpty
        Get-QardUser | Should -BeNullOrEmpty
    }

    It 'removes one by its id' {
        Remove-QardUser $users[0].Id -Confirm:$false
        (Get-QardUser).Name | Should -Be 'Beta SARL'
    }

    It 'sends nothing with -WhatIf' {
        $before = Get-RequestCount
        $users | Remove-QardUser -WhatIf
        Get-RequestCount | Should -Be $before
    }

    It 'asks by itself: its impact is high' {
        $impact = (Get-Command Remove-QardUser).ImplementingType.GetCustomAttributes([Management.Automation.CmdletAttribute], $true).ConfirmImpact
        $impact | Should -Be High

        # A host without a person answers the question with an error, not with yes.
        $shell = [powershell]::Create().AddScript({
            param($path, $session, $id)
            Import-Module $path
            Remove-QardUser $id -Session $session
        }).AddArgument($ModulePath).AddArgument((Get-CompanyDataSession Qard)).AddArgument($users[0].Id)
        $shell.Invoke()
        $shell.Streams.Error | Should -BeLike "*Remove the Qard user '$($users[0].Id)' with all its connections and data?*"
        (Get-QardUser).Count | Should -Be 2
    }
}

Describe 'An unknown user' {
    BeforeAll { Connect-CompanyDataSandbox }

    It '<_> is QardNotFound with the id as target' -ForEach @(
        'Get-QardUser', 'Set-QardUser -Name x', 'Remove-QardUser -Confirm:$false'
    ) {
        . ([scriptblock]::Create("'no-such-id' | $_ -ErrorAction SilentlyContinue -ErrorVariable failed"))
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardNotFound,*'
        $failed[0].CategoryInfo.Category | Should -Be ObjectNotFound
        $failed[0].TargetObject | Should -Be 'no-such-id'
        $failed[0] | Should -BeLike '*no-such-id*'
    }

    It 'does not lead out of its place in the path' {
        Get-QardUser '../profile' -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardNotFound,*'
    }
}
