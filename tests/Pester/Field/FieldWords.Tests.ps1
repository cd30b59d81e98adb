# What people run into when something goes wrong, or when there is nothing: which words come out, and which must not.
BeforeAll {
    . "$PSScriptRoot/../Powens/PowensHelpers.ps1"
}

# actions/runner#4531: a password 'a' masks letters within words; actions/runner#507 and SEED-platform/seed#3929: so do 'docker' and 'test'.
Describe 'A password that is an ordinary word or number' {
    BeforeAll { Connect-CompanyDataSandbox -SyncDuration 0 }

    # 'The credentials are ***. (***pass)', without a remedy.
    It '<_> leaves the words, the code and the remedy of the error as they are' -ForEach 'wrong' {
        $said = try { New-PowensConnection (Get-Magic 1) @{ login = 'somebody'; password = $_ } -ErrorAction Stop } catch { $_ }
        $said | Should -BeLike 'Powens: could not make the connection*: The login or the password was rejected*(wrong?ass)*'
        $said.Exception.ProviderCode | Should -Be 'wrongpass'
        $said.ErrorDetails.RecommendedAction | Should -BeLike 'Ask the user for the correct login and password*'
    }

    It 'a code of zeros is not masked inside a request id, nor a key inside a word' {
        $server = Start-Server -Status 400 -Body '{"code":"bad_code","description":"no, not 000000: 0000001"}' -Header @{ 'X-Request-Id' = 'r-000000-7' }
        try {
            Connect-Powens -Uri $server.Uri -UserToken (ConvertTo-Secret 'token')
            $said = try { Update-PowensConnection 1 -Field @{ code = '000000' } -ErrorAction Stop } catch { $_ }
            $said.Exception.RequestId | Should -Be 'r-000000-7'
            $said | Should -BeLike '*: no, not ***: 0000001 (bad_code)*r-000000-7*'
        }
        finally { Stop-Server $server }
    }

    It 'a key does not eat the words of the module: <_>' -ForEach 'could', 'profile', 'key', 'read the' {
        $server = Start-Server -Status 401 -Body '{"message":"the key {key} is unknown"}'
        try {
            Connect-Qard -ApiKey (ConvertTo-Secret $_) -Uri $server.Uri -MaxRetry 0
            $said = try { Get-QardProfile } catch { $_ }
            $said | Should -BeLike 'Qard: could not read the profile*'
            $said | Should -BeLike '*the*`*`*`* is unknown*'
        }
        finally { Stop-Server $server }
    }
}

Describe 'Nothing, of three kinds' {
    BeforeAll {
        Connect-CompanyDataSandbox -SyncDuration 0
        $user = New-QardUser 'Exemple SAS' 383474814
        Set-GoCardlessCredential 'client' (ConvertTo-Secure 'secret') -Sandbox -Enable
    }

    It '<Command>: nothing was ever asked for' -ForEach @(
        @{ Command = 'Get-QardCompanyProfile'; Type = 'COMPANY_PROFILE' }, @{ Command = 'Get-QardCompanyOfficer'; Type = 'COMPANY_OFFICER' }
        @{ Command = 'Get-QardBeneficialOwner'; Type = 'BENEFICIAL_OWNER' }, @{ Command = 'Get-QardConformityCheck'; Type = 'CONFORMITY_CHECK' }
        @{ Command = 'Get-QardCommerceTransaction'; Type = 'COMMERCE_TRANSACTION' }, @{ Command = 'Get-QardCommerceSubscription'; Type = 'COMMERCE_SUBSCRIPTION' }
        @{ Command = 'Get-QardCommerceTransactionInsight'; Type = 'COMMERCE_TRANSACTION_INSIGHT' }, @{ Command = 'Get-QardCommerceSubscriptionInsight'; Type = 'COMMERCE_SUBSCRIPTION_INSIGHT' }
        @{ Command = 'Get-QardData ACT'; Type = 'ACT' }, @{ Command = 'Get-QardData TAX_RETURN'; Type = 'TAX_RETURN' }
    ) {
        . ([scriptblock]::Create("$Command -UserId $($user.Id) -WarningVariable warned 3> `$null")) | Should -BeNullOrEmpty
        $warned | Should -HaveCount 1
        $warned[0] | Should -BeLike "*$Type of user $($user.Id) was never collected: no data connection of the user collects it.*New-QardDataConnection*"
    }

    It 'the connection waits for consent: <Command> says so, before anything is started' -ForEach @(
        @{ Command = '$connection | Start-QardSync'; Path = 'by connection' }, @{ Command = '$lost | Start-QardSync'; Path = 'by user' }
        @{ Command = 'Start-QardSync $lost COMMERCE_TRANSACTION'; Path = 'by type' }, @{ Command = 'Get-QardCommerceTransaction $lost'; Path = 'read' }
    ) {
        $lost = New-QardUser "Exemple $Path" 542065479 3> $null
        $connection = New-QardDataConnection $lost gocardless COMMERCE_TRANSACTION
        $before = Get-RequestCount
        { . ([scriptblock]::Create("$Command -WarningAction Stop")) } | Should -Throw "*COMMERCE_TRANSACTION of user $($lost.Id) *: the connection to gocardless is AUTH_REQUIRED. Let the end user consent at $($connection.RedirectUrl)*"
        Get-RequestCount | Should -BeLessOrEqual ($before + 3)
        Get-QardSync $lost | Should -BeNullOrEmpty
    }

    It 'nothing is said once the user has consented, though the object is older' {
        $asked = New-QardUser 'Exemple SA' 552032534
        $connection = New-QardDataConnection $asked gocardless COMMERCE_TRANSACTION
        $null = $connection | Grant-CompanyDataSandboxConsent | Wait-QardDataConnection
        $null = $connection | Start-QardSync -WarningVariable warned
        $warned | Should -BeNullOrEmpty
    }

    It 'collected, and there is none; a part that was not collected; connected, but never started' {
        $id = New-Collected 000000006
        Get-QardCompanyProfile $id -WarningVariable warned 3> $null | Should -BeNullOrEmpty
        $warned[0] | Should -BeLike "*COMPANY_PROFILE of user $id was collected (20*), and there is none."
        $id = New-Collected 000000001
        Get-QardCompanyOfficer $id -WarningVariable warned 3> $null | Should -BeNullOrEmpty
        $warned[0] | Should -BeLike "*COMPANY_OFFICER of user $id was not collected: company_legal_fr could not be read (FETCH_ERROR)*"
        $id = (New-Connection 000000002).UserId
        Get-QardCompanyOfficer $id -WarningVariable warned 3> $null | Should -BeNullOrEmpty
        $warned[0] | Should -BeLike "*COMPANY_OFFICER of user $id was never collected*Start-QardSync -UserId $id -DataType COMPANY_OFFICER*"
    }

    It 'not yet' {
        Connect-CompanyDataSandbox -SyncDuration 1
        $connection = New-Connection 000000004
        $null = $connection | Start-QardSync
        Wait-Until { Get-QardSync $connection.UserId }
        Get-QardCompanyProfile $connection.UserId -WarningVariable warned 3> $null | Should -BeNullOrEmpty
        $warned[0] | Should -BeLike "*COMPANY_PROFILE of user $($connection.UserId) is not there yet: its synchronisation is *Wait-QardSync -UserId *"
    }

    It 'Powens: <Command> of a connection that waits for somebody says so, and that of one without problems says nothing' -ForEach @(
        @{ Command = 'Get-PowensAccount'; Says = 'enabled accounts' }, @{ Command = 'Get-PowensTransaction'; Says = 'transactions' }
        @{ Command = 'Get-PowensSubscription'; Says = 'enabled subscriptions' }, @{ Command = 'Get-PowensDocument'; Says = 'documents' }, @{ Command = 'Get-PowensInvestment'; Says = 'investments' }
    ) {
        Connect-CompanyDataSandbox
        $waiting = New-Magic 5
        & $Command -ConnectionId $waiting.Id -WarningVariable warned 3> $null | Should -BeNullOrEmpty
        $warned | Should -HaveCount 1
        $warned[0] | Should -BeLike "Powens: there are no $Says. Connection $($waiting.Id): the bank asks for strong authentication. Send the user to the link of: New-PowensWebviewUri*"
        $null = & $Command -WarningVariable warned
        $warned | Should -BeNullOrEmpty
        $null = & $Command -ConnectionId 1 -WarningVariable warned
        $warned | Should -BeNullOrEmpty
    }

    It 'Powens: a user without a connection' {
        $server = Start-PowensServer @(@{ Body = '{"accounts":[]}' }, @{ Body = '{"connections":[]}' })
        try {
            Connect-Powens -Uri $server.Uri -UserToken (ConvertTo-Secure 'token')
            Get-PowensAccount -WarningVariable warned 3> $null | Should -BeNullOrEmpty
            $warned[0] | Should -BeLike 'Powens: there are no enabled accounts: the user has no connection.*New-PowensWebviewUri'
        }
        finally { Stop-Server $server }
    }
}

# PowerShell/PowerShell#7498: Get-Module with a name that no module has gives nothing, in silence.
Describe 'A name that nothing has' {
    BeforeAll { Connect-CompanyDataSandbox }

    It '<Command> is an error, and a pattern is none' -ForEach @(
        @{ Command = 'Get-PowensConnector'; Says = "Powens: there is no connector 'no such'."; Id = 'PowensNotFound' }
        @{ Command = 'Get-PowensCategory'; Says = "Powens: there is no category 'no such'."; Id = 'PowensNotFound' }
        @{ Command = 'Get-PowensAccountType'; Says = "Powens: there is no account type 'no such'."; Id = 'PowensNotFound' }
        @{ Command = 'Get-PowensDocumentType'; Says = "Powens: there is no document type 'no such'."; Id = 'PowensNotFound' }
        @{ Command = 'Get-PowensCurrency'; Says = "Powens: there is no currency 'no such'."; Id = 'PowensNotFound' }
        @{ Command = 'Get-PowensConfiguration'; Says = "Powens: there is no parameter 'no such'."; Id = 'PowensNotFound' }
        @{ Command = 'Get-PowensWebhookSecret'; Says = "Powens: there is no webhook secret 'no such'."; Id = 'PowensNotFound' }
        @{ Command = 'Get-QardNotification'; Says = "Qard: there is no notification 'no such'."; Id = 'QardNotFound' }
        @{ Command = 'Get-QardProvider'; Says = "Qard: there is no provider 'no such'."; Id = 'QardNotFound' }
        @{ Command = 'Get-QardUser'; Says = "Qard: there is no user 'no such'."; Id = 'QardNotFound' }
        @{ Command = 'Get-CreditroKycCase'; Says = "Creditro: there is no KYC case 'no such'."; Id = 'CreditroNotFound' }
    ) {
        & $Command -Name 'no such' -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
        "$($failed[0])" | Should -Be $Says
        $failed[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        & $Command -Name 'no such*' -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -BeNullOrEmpty
    }

    It 'did you mean' {
        { Get-PowensCurrency EURO -ErrorAction Stop } | Should -Throw "*Did you mean 'EUR'?"
    }
}

Describe 'The same registration twice' {
    BeforeAll { $table = @{ legal_flow = 'existing_company'; partner_user = @{ first_name = 'A'; last_name = 'B'; email = 'a@b.test' }; organization = @{ legal_number = '383474814' } } }

    It 'in one session says so before the second is sent' {
        Connect-CompanyDataSandbox
        # A hash table as the first argument.
        $first = New-QontoRegistration $table -WarningVariable warned
        $warned | Should -BeNullOrEmpty
        { New-QontoRegistration $table -WarningAction Stop } | Should -Throw "*383474814 already has the registration $($first.Id) ($($first.Status)); this creates another one.*"
        @(Get-QontoRegistration).Count | Should -Be 1
        (New-QontoRegistration $table 3> $null).Id | Should -Not -Be $first.Id
    }

    It 'in another session, where the list has it' {
        $server = Start-Server -Body '{"registrations":[{"id":"r-1","status":"pending","organization":{"legal_number":"383474814"}}],"meta":{"current_page":1,"total_pages":1,"total_count":1},"registration":{"id":"r-2"}}'
        try {
            Connect-Qonto (ConvertTo-Secure 'token') a-partner -Uri $server.Uri
            $null = New-QontoRegistration $table -WarningVariable warned 3> $null
            $warned[0] | Should -BeLike '*already has the registration r-1 (pending)*'
            $null = New-QontoRegistration $table 3> $null
            $server.Requests.Method | Should -Be 'GET', 'POST', 'POST'
        }
        finally { Stop-Server $server }
    }
}
