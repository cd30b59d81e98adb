BeforeAll { . "$PSScriptRoot/../Helpers.ps1" }

Describe 'New-QardDataConnection' {
    BeforeEach {
        Connect-CompanyDataSandbox
        $user = New-QardUser 'Exemple SAS' 123456789
    }

    It 'connects a user <How>' -ForEach @(
        @{ How = 'that is piped in'; New = { $user | New-QardDataConnection -ProviderName company_legal_fr -DataType COMPANY_PROFILE } }
        @{ How = 'by its id, piped in'; New = { $user.Id | New-QardDataConnection -ProviderName company_legal_fr -DataType COMPANY_PROFILE } }
        @{ How = 'by position'; New = { New-QardDataConnection $user.Id company_legal_fr COMPANY_PROFILE } }
        @{ How = 'with data types in lower case'; New = { New-QardDataConnection $user.Id company_legal_fr ' company_profile', 'Company_Profile' } }
        @{ How = 'with -SkipPermissions'; New = { New-QardDataConnection -UserId $user.Id -DataType COMPANY_PROFILE -SkipPermissions } }
    ) {
        $connection = & $New
        $connection.UserId | Should -Be $user.Id
        $connection.ProviderName, $connection.Status | Should -Be 'company_legal_fr', 'CONNECTED'
        $connection.RequestedDataTypes | Should -Be @('COMPANY_PROFILE')
        $connection.ConnectionId | Should -Be $connection.Id
    }

    It 'takes provider and data types of the guide by default' {
        $connection = $user | New-QardDataConnection
        $connection.ProviderName | Should -Be 'company_legal_fr'
        $connection.RequestedDataTypes | Should -Be 'COMPANY_PROFILE', 'COMPANY_OFFICER', 'BENEFICIAL_OWNER'
    }

    It 'passes an unknown data type through, with a warning' {
        New-QardDataConnection $user.Id -DataType COMPANY_PROFILE, SOMETHING_NEW -WarningAction SilentlyContinue -WarningVariable warned `
            -ErrorAction SilentlyContinue -ErrorVariable failed
        $warned | Should -HaveCount 1
        $warned[0] | Should -BeLike '*SOMETHING_NEW*'
        # The sandbox refuses it, so it has been sent.
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardInvalid,*'
        $failed[0] | Should -BeLike '*does not offer SOMETHING_NEW*'
    }

    It 'names what mends a provider that is <State>' -ForEach @(
        @{ State = 'not enabled'; Provider = 'sandbox_public'; Type = 'COMPANY_PROFILE'; Says = '*not enabled*'; Mend = '*Enable-QardProvider*sandbox_public*' }
        @{ State = 'without credentials'; Provider = 'gocardless'; Type = 'COMMERCE_TRANSACTION'; Says = '*credentials*'; Mend = '*Set-GoCardlessCredential*' }
    ) {
        $user | New-QardDataConnection -ProviderName $Provider -DataType $Type -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardProviderNotReady,*'
        $failed[0] | Should -BeLike $Says
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike $Mend
    }

    It 'is mended by that command' {
        Enable-QardProvider sandbox_public
        Set-QardProvider sandbox_public -AutoConnect $true
        ($user | New-QardDataConnection -ProviderName sandbox_public -DataType COMPANY_PROFILE).Status | Should -Be 'CONNECTED'
    }

    It 'is QardNotFound for an unknown <What>, with it in the message' -ForEach @(
        @{ What = 'provider'; Id = { $user.Id }; Provider = 'no_such' }
        @{ What = 'user'; Id = { 'no-such-id' }; Provider = 'company_legal_fr' }
    ) {
        $id = & $Id
        New-QardDataConnection $id $Provider COMPANY_PROFILE -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardNotFound,*'
        $failed[0].TargetObject | Should -Be $id
        $failed[0] | Should -BeLike '*no?such*'
    }

    It 'says of a second connection to the provider that there is one, and how to get it' {
        $null = $user | New-QardDataConnection
        $user | New-QardDataConnection -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardConflict,*'
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike "*Get-QardDataConnection -UserId $($user.Id)*Set-QardDataConnection*"
    }

    It 'sends nothing with -WhatIf' {
        $before = Get-RequestCount
        $user | New-QardDataConnection -WhatIf
        Get-RequestCount | Should -Be $before
    }
}

Describe 'Get-QardDataConnection' {
    BeforeAll {
        Connect-CompanyDataSandbox
        'stripe', 'paypal' | Enable-QardProvider
        $user = New-QardUser 'Exemple SAS' 123456789
        $connections = @(
            $user | New-QardDataConnection
            $user | New-QardDataConnection -ProviderName stripe -DataType COMMERCE_TRANSACTION
            $user | New-QardDataConnection -ProviderName paypal -DataType COMMERCE_TRANSACTION
        )
    }

    It 'finds <How>' -ForEach @(
        @{ How = 'all'; Get = { $user | Get-QardDataConnection }; Found = 'company_legal_fr', 'stripe', 'paypal' }
        @{ How = 'a provider by wildcard'; Get = { $user.Id | Get-QardDataConnection -ProviderName *p* }; Found = 'company_legal_fr', 'stripe', 'paypal' }
        @{ How = 'a provider by name'; Get = { Get-QardDataConnection $user.Id STRIPE }; Found = 'stripe' }
        @{ How = 'nothing'; Get = { Get-QardDataConnection $user.Id no* }; Found = $null }
        @{ How = 'one by its id'; Get = { Get-QardDataConnection $user.Id -ConnectionId $connections[2].Id }; Found = 'paypal' }
        @{ How = 'one by its id of another name'; Get = { Get-QardDataConnection $user.Id -DataConnectionId $connections[1].Id }; Found = 'stripe' }
    ) {
        & $Get | ForEach-Object ProviderName | Should -Be $Found
    }

    It 'tells where the end user consents' {
        (Get-QardDataConnection $user.Id stripe).RedirectUrl | Should -BeLike 'https://*'
        (Get-QardDataConnection $user.Id company_legal_fr).RedirectUrl | Should -BeNullOrEmpty
    }
}

Describe 'Set-QardDataConnection' {
    BeforeEach {
        Connect-CompanyDataSandbox
        $connection = New-Connection
    }

    It 'replaces the data types' {
        $connection | Set-QardDataConnection -DataType ACT, company_profile | Should -BeNullOrEmpty
        (Get-QardDataConnection $connection.UserId).RequestedDataTypes | Should -Be 'ACT', 'COMPANY_PROFILE'
    }

    It 'revokes it, and has the end user consent again' {
        ($connection | Set-QardDataConnection -Disconnect -PassThru).Status | Should -Be 'DISCONNECTED'
        $again = Set-QardDataConnection $connection.UserId $connection.Id -Reconnect -PassThru
        $again.Status | Should -Be 'AUTH_REQUIRED'
        $again.RedirectUrl | Should -BeLike 'https://*'
    }

    It 'does one thing at a time' {
        { $connection | Set-QardDataConnection -Disconnect -Reconnect } | Should -Throw -ErrorId 'AmbiguousParameterSet*'
    }

    It 'sends nothing with -WhatIf' {
        $before = Get-RequestCount
        $connection | Set-QardDataConnection -Disconnect -WhatIf
        Get-RequestCount | Should -Be $before
    }
}

Describe 'Remove-QardDataConnection' {
    BeforeEach {
        Connect-CompanyDataSandbox
        $connection = New-Connection
    }

    It 'removes it <How>' -ForEach @(
        @{ How = 'piped in'; Remove = { $connection | Remove-QardDataConnection -Confirm:$false } }
        @{ How = 'by position'; Remove = { Remove-QardDataConnection $connection.UserId $connection.Id -Confirm:$false } }
    ) {
        & $Remove | Should -BeNullOrEmpty
        Get-QardDataConnection $connection.UserId | Should -BeNullOrEmpty
    }

    It 'sends nothing with -WhatIf' {
        $before = Get-RequestCount
        $connection | Remove-QardDataConnection -WhatIf
        Get-RequestCount | Should -Be $before
    }

    It 'asks by itself: its impact is high' {
        (Get-Command Remove-QardDataConnection).ImplementingType.GetCustomAttributes([Management.Automation.CmdletAttribute], $true).ConfirmImpact |
            Should -Be High
    }
}

Describe 'Wait-QardDataConnection' {
    BeforeEach {
        Connect-CompanyDataSandbox -SyncDuration 0.1
        Enable-QardProvider stripe
        $connection = New-QardUser 'Exemple SAS' 123456789 | New-QardDataConnection -ProviderName stripe -DataType COMMERCE_TRANSACTION
    }

    It 'ends at once where it is connected' {
        $connected = New-QardUser 'Exemple SAS' 222222222 | New-QardDataConnection
        ($connected | Wait-QardDataConnection).Status | Should -Be 'CONNECTED'
    }

    It 'waits for the consent' {
        $connection.Status | Should -Be 'AUTH_REQUIRED'
        $connecting = $connection | Grant-CompanyDataSandboxConsent
        $connecting.Status | Should -Be 'CONNECTING'
        ($connecting | Wait-QardDataConnection).Status | Should -Be 'CONNECTED'
    }

    It 'says how to consent when time is up' {
        $time = Measure-Command {
            $connection | Wait-QardDataConnection -Timeout 0.2 -ErrorAction SilentlyContinue -ErrorVariable failed
        }
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardWaitTimeout,*'
        $failed[0].CategoryInfo.Category | Should -Be OperationTimeout
        $failed[0].TargetObject | Should -Be $connection.Id
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike "*$($connection.RedirectUrl)*"
        $time.TotalSeconds | Should -BeLessThan $Soon
    }

    It 'does not wait for one that was revoked' {
        $connection | Set-QardDataConnection -Disconnect
        $connection | Wait-QardDataConnection -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardConsentRequired,*'
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*Set-QardDataConnection*-Reconnect*'
    }

    It 'waits for many side by side' {
        $many = 1..20 | ForEach-Object {
            New-QardUser "Exemple $_" ($_ + 100000000) | New-QardDataConnection -ProviderName stripe -DataType COMMERCE_TRANSACTION
        }
        # One after another they would take eighty seconds.
        $time = Measure-Command { $many | Wait-QardDataConnection -Timeout 4 -ErrorAction SilentlyContinue -ErrorVariable failed }
        $failed.TargetObject | Should -Be $many.Id
        $time.TotalSeconds | Should -BeLessThan $Soon
    }
}

Describe 'Grant-CompanyDataSandboxConsent' {
    It 'works in the embedded sandbox only' {
        Connect-Qard (ConvertTo-Secret 'a-key') -Uri http://127.0.0.1:9/
        Grant-CompanyDataSandboxConsent -UserId x -ConnectionId y -RedirectUrl http://127.0.0.1:9/ -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0] | Should -BeLike '*embedded sandbox*'
        Get-RequestCount | Should -Be 0
    }

    It 'plays the end user of a Powens webview link' {
        Connect-CompanyDataSandbox
        New-PowensWebviewUri https://app.example.test/callback | Grant-CompanyDataSandboxConsent | Should -BeNullOrEmpty
    }

    It 'sends nothing with -WhatIf' {
        Connect-CompanyDataSandbox
        Grant-CompanyDataSandboxConsent -UserId x -ConnectionId y -RedirectUrl https://sandbox.test/ -WhatIf
        Get-RequestCount | Should -Be 0
    }
}

Describe 'An unknown connection' {
    BeforeAll {
        Connect-CompanyDataSandbox
        $user = New-QardUser 'Exemple SAS' 123456789
    }

    It '<_> is QardNotFound with the id as target' -ForEach @(
        'Get-QardDataConnection -ConnectionId no-such-id', 'Set-QardDataConnection no-such-id -Disconnect'
        'Remove-QardDataConnection no-such-id -Confirm:$false', 'Wait-QardDataConnection no-such-id'
    ) {
        $name, $rest = $_ -split ' ', 2
        . ([scriptblock]::Create("$name -UserId `$user.Id $rest -ErrorAction SilentlyContinue -ErrorVariable failed"))
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardNotFound,*'
        $failed[0].TargetObject | Should -Be 'no-such-id'
    }
}
