BeforeAll { . "$PSScriptRoot/QontoHelpers.ps1" }

Describe 'Connect-Qonto' {
    BeforeAll { $server = Start-Server -Body '{"registrations":[],"meta":{"current_page":1,"next_page":null,"total_pages":1,"total_count":0,"per_page":25}}' }

    AfterAll { Stop-Server $server }

    BeforeEach { $server.Requests.Clear() }

    AfterEach {
        $env:QONTO_TOKEN = $env:QONTO_PARTNER_ID = $env:QONTO_STAGING_TOKEN = $null
        Disconnect-Qonto
    }

    It 'sends token, partner id and staging token <From>' -ForEach @(
        @{ From = 'from parameters'; Connect = { Connect-Qonto $token a-partner -StagingToken (ConvertTo-SecureString 'a-staging' -AsPlainText -Force) -Uri $server.Uri } }
        @{ From = 'from the environment'; Connect = { $env:QONTO_TOKEN, $env:QONTO_PARTNER_ID, $env:QONTO_STAGING_TOKEN = 'a-token', 'a-partner', 'a-staging'; Connect-Qonto -Uri $server.Uri } }
    ) {
        . $Connect | Should -BeNullOrEmpty
        $server.Requests | Should -BeNullOrEmpty
        Get-QontoRegistration | Should -BeNullOrEmpty
        $sent = $server.Requests[0].Headers
        $sent['Authorization'], $sent['Qonto-Partner-Id'], $sent['X-Qonto-Staging-Token'] | Should -Be 'Bearer a-token', 'a-partner', 'a-staging'
    }

    It 'sends no staging token of the environment to production' {
        $env:QONTO_STAGING_TOKEN = 'a-staging'
        Connect-Qonto $token a-partner -Environment Production -Uri $server.Uri
        $null = Get-QontoRegistration
        $server.Requests[0].Headers['X-Qonto-Staging-Token'] | Should -BeNullOrEmpty
    }

    It 'goes to the host of -Environment, and -Uri goes before it' {
        (Connect-Qonto $token a-partner -PassThru).Uri | Should -Be 'https://thirdparty-sandbox.staging.qonto.co/'
        (Connect-Qonto $token a-partner -Environment Production -PassThru).Uri | Should -Be 'https://onboarding-partners.qonto.com/'
        (Connect-Qonto $token a-partner -Environment Production -Uri $server.Uri -PassThru).Uri | Should -Be $server.Uri
    }

    It 'is QontoNoSession without <What>' -ForEach @(
        @{ What = 'anything'; Connect = { Connect-Qonto -ErrorAction SilentlyContinue } }
        @{ What = 'a partner id'; Connect = { Connect-Qonto $token -ErrorAction SilentlyContinue } }
        @{ What = 'a token'; Connect = { Connect-Qonto -PartnerId a-partner -ErrorAction SilentlyContinue } }
    ) {
        $Connect | Should -Throw '*QONTO_PARTNER_ID*' -ErrorId 'QontoNoSession,*'
        Get-CompanyDataSession Qonto | Should -BeNullOrEmpty
    }

    It 'refuses the address <_>' -ForEach 'http://api.example.test/', 'relative' {
        { Connect-Qonto $token a-partner -Uri $_ -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'QontoInvalidInput,*'
    }

    It 'names the OAuth fields as -OAuthFieldName says' {
        Connect-Qonto $token a-partner -Uri $server.Uri -OAuthFieldName @{ Parent = 'the_oauth'; ClientId = 'the_client' }
        $oauth = @{ ClientId = 'c'; Scopes = 'a', 'b'; State = 's'; RedirectUri = 'https://partner.test/back' }
        $null = New-QontoRegistration -PartnerUser $partner -Organization @{ legal_number = '123456789' } -OAuth $oauth -ErrorAction SilentlyContinue
        $sent = ($server.Requests | Where-Object Method -EQ POST)[0].Body | ConvertFrom-Json
        $sent.the_oauth.the_client | Should -Be 'c'
        $sent.the_oauth.PSObject.Properties.Value | Should -Contain 'a b'
    }

    It 'says that the staging token is missing where HTML comes in place of JSON' {
        $html = Start-Server -Body '<!doctype html><html><body>Log in</body></html>'
        try {
            Connect-Qonto $token a-partner -Uri $html.Uri -MaxRetry 0
            $failed = { Get-QontoRegistration -ErrorAction Stop } | Should -Throw -PassThru
            "$failed $($failed.ErrorDetails.RecommendedAction)" | Should -BeLike '*staging token*'
        }
        finally {
            Stop-Server $html
        }
    }
}

Describe 'Disconnect-Qonto' {
    It 'closes the session' {
        $session = Connect-CompanyDataSandbox -PassThru | Where-Object Service -EQ Qonto
        $session | Disconnect-Qonto
        $session.IsOpen | Should -BeFalse
        foreach ($command in 'Get-QontoRegistration', 'Get-QontoEvent', 'Send-QontoOwnerEmail x', 'Wait-QontoRegistration x', 'Get-QontoRegistrationFile x', 'Remove-QontoRegistrationFile x y -Confirm:$false', 'Get-QontoWebhook', 'Set-QontoWebhook x -Enabled $true', 'Send-QontoPartnerEvent x y') {
            ([scriptblock]::Create("$command -ErrorAction SilentlyContinue")) | Should -Throw '*Connect-Qonto*' -ErrorId 'QontoNoSession,*' -Because $command
        }
    }
}
