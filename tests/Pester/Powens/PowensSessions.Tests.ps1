BeforeAll {
    . "$PSScriptRoot/PowensHelpers.ps1"
    $token = ConvertTo-Secure 'a-user-token'
}

Describe 'Connect-Powens' {
    AfterEach {
        $env:POWENS_DOMAIN = $env:POWENS_TOKEN = $env:POWENS_CLIENT_ID = $env:POWENS_CLIENT_SECRET = $null
        Disconnect-Powens
    }

    It 'goes to the address of the domain <Domain>' -ForEach @(
        @{ Domain = 'mycompany'; Uri = 'https://mycompany.biapi.pro/2.0/' }
        @{ Domain = 'mycompany-sandbox'; Uri = 'https://mycompany-sandbox.biapi.pro/2.0/' }
        @{ Domain = 'mycompany-sandbox.biapi.pro'; Uri = 'https://mycompany-sandbox.biapi.pro/2.0/' }
    ) {
        (Connect-Powens $Domain -PassThru).Uri | Should -Be $Uri
        (Connect-Powens -Domain $Domain -PassThru).Uri | Should -Be $Uri
        $env:POWENS_DOMAIN = " $Domain "
        (Connect-Powens -PassThru).Uri | Should -Be $Uri
    }

    It 'refuses the domain <_>' -ForEach 'my company', 'https://mycompany.biapi.pro', 'evil.example.test/', 'evil.example.test#' {
        { Connect-Powens $_ -ErrorAction SilentlyContinue } | Should -Throw "*'$_'*not a Powens domain*" -ErrorId 'PowensInvalidInput*'
        $env:POWENS_DOMAIN = $_
        { Connect-Powens -ErrorAction SilentlyContinue } | Should -Throw "*'$_'*" -ErrorId 'PowensInvalidInput*'
        { Get-PowensConnector -ErrorAction SilentlyContinue } | Should -Throw "*'$_'*" -ErrorId 'PowensInvalidInput*'
        Get-CompanyDataSession Powens | Should -BeNullOrEmpty
    }

    It 'refuses the address <_>' -ForEach 'http://api.example.test/2.0', '2.0', 'https://user:pass@api.example.test/', 'https://api.example.test/?a=b' {
        { Connect-Powens -Uri $_ -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'PowensInvalidInput*'
    }

    It 'refuses a token that no header can carry, without showing it' {
        $failed = { Connect-Powens x -UserToken (ConvertTo-Secure "canary`ntoken") -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'PowensInvalidInput*' -PassThru
        "$failed $($failed.Exception)" | Should -Not -Match 'canary'
    }

    It 'says where a domain can come from where there is none' {
        { Connect-Powens -ErrorAction SilentlyContinue } | Should -Throw '*POWENS_DOMAIN*' -ErrorId 'PowensNoSession*'
        { Get-PowensConnector -ErrorAction SilentlyContinue } | Should -Throw '*Connect-Powens*POWENS_DOMAIN*' -ErrorId 'PowensNoSession*'
    }

    It 'takes a domain or an address, not both' {
        # Only -SecretName takes both, since a secret may hold the domain.
        { Connect-Powens -Domain mycompany -Uri https://api.example.test/ } | Should -Throw -ErrorId 'MissingMandatoryParameter*'
    }

    It 'takes no token in clear' {
        foreach ($parameter in 'UserToken', 'ClientSecret') {
            $secret = @{ $parameter = 'in-clear' }
            { Connect-Powens mycompany @secret } | Should -Throw '*Read-Host -AsSecureString*' -ErrorId 'ParameterArgumentTransformationError*'
            "$($Error[0])" | Should -Not -BeLike '*in-clear*'
        }
    }

    It 'tells the scopes that it has tokens for, and nothing of the tokens' {
        $session = Connect-Powens mycompany -UserToken $token -ConfigToken $token -UsersToken $token -InvoicingToken $token -PassThru
        $session.Scopes | Should -Be 'user token', 'config', 'user', 'invoicing'
        (Connect-Powens mycompany -ConfigToken $token -PassThru).Scopes | Should -Be 'config'
        (Connect-Powens mycompany -PassThru).Scopes | Should -BeNullOrEmpty
    }

    It 'is the default session of Powens, beside the ones of other services' {
        $session = Connect-Powens mycompany -PassThru
        $session.Service, $session.IsOpen, $session.IsSandbox | Should -Be 'Powens', $true, $false
        Get-CompanyDataSession Powens | Should -Be $session
        Disconnect-Powens
        $session.IsOpen | Should -BeFalse
        Get-CompanyDataSession Powens | Should -BeNullOrEmpty
    }
}

Describe 'A session on a server' {
    BeforeEach { $server = Start-PowensServer @{ Body = '{"connectors":[{"id":1,"uuid":"u","name":"Banque Exemple"}],"users":[],"accounts":[],"id":7,"a":"b"}' } }

    AfterEach {
        Stop-Server $server
        $env:POWENS_DOMAIN = $env:POWENS_TOKEN = $env:POWENS_CLIENT_ID = $env:POWENS_CLIENT_SECRET = $null
        Disconnect-Powens
    }

    # The seed's "Hello world": the very first call, before there is any token.
    It 'lists connectors without any token' {
        Connect-Powens -Uri $server.Uri
        (Get-PowensConnector).Name | Should -Be 'Banque Exemple'
        $server.Requests.Path | Should -Be '/connectors'
        $server.Requests[0].Authorization | Should -BeNullOrEmpty
    }

    It 'assumes no path beyond <Path>' -ForEach @(@{ Path = '' }, @{ Path = '2.0' }, @{ Path = 'some/where/' }) {
        Connect-Powens -Uri "$($server.Uri)$Path"
        $null = Get-PowensConnector
        $server.Requests.Path | Should -Be ("/$Path".TrimEnd('/') + '/connectors')
    }

    It 'picks the token of the scope for <Name>' -ForEach @(
        @{ Name = 'Get-PowensConfiguration'; Token = 'the-config-token' }
        @{ Name = 'Set-PowensConfiguration a b'; Token = 'the-config-token' }
        @{ Name = 'Get-PowensUser'; Token = 'the-users-token' }
        @{ Name = 'Get-PowensUser me'; Token = 'the-user-token' }
        @{ Name = 'Get-PowensAccount'; Token = 'the-user-token' }
    ) {
        $tokens = @{
            UserToken = ConvertTo-Secure 'the-user-token'
            ConfigToken = ConvertTo-Secure 'the-config-token'
            UsersToken = ConvertTo-Secure 'the-users-token'
            InvoicingToken = ConvertTo-Secure 'the-invoicing-token'
        }
        Connect-Powens -Uri $server.Uri @tokens
        $null = . ([scriptblock]::Create($Name))
        # An empty list takes a second request, which says why.
        $server.Requests.Authorization | Select-Object -Unique | Should -Be "Bearer $Token"
    }

    It '<Name> without its token names the scope and <Parameter>, and sends nothing' -ForEach @(
        @{ Name = 'Get-PowensConfiguration'; Scope = "'config'"; Parameter = '-ConfigToken' }
        @{ Name = 'Set-PowensConfiguration a b'; Scope = "'config'"; Parameter = '-ConfigToken' }
        @{ Name = 'Get-PowensUser'; Scope = "'user'"; Parameter = '-UsersToken' }
        @{ Name = 'Get-PowensUser me'; Scope = "user's token"; Parameter = '-UserToken' }
        @{ Name = 'Remove-PowensUser 7 -Confirm:$false'; Scope = "user's token"; Parameter = '-UserToken' }
        @{ Name = 'New-PowensToken -Temporary'; Scope = "user's token"; Parameter = '-UserToken' }
        @{ Name = 'New-PowensToken 7'; Scope = 'client id and secret'; Parameter = '-ClientSecret' }
        @{ Name = 'New-PowensToken -Code $token'; Scope = 'client id and secret'; Parameter = '-ClientSecret' }
        @{ Name = 'Revoke-PowensToken -Confirm:$false'; Scope = "user's token"; Parameter = '-UserToken' }
        @{ Name = 'New-PowensWebviewUri https://app.example.test/'; Scope = 'client id'; Parameter = '-ClientId' }
        @{ Name = 'Get-PowensConnection'; Scope = "user's token"; Parameter = '-UserToken' }
        @{ Name = 'New-PowensConnection u'; Scope = "user's token"; Parameter = '-UserToken' }
        @{ Name = 'Update-PowensConnection 1'; Scope = "user's token"; Parameter = '-UserToken' }
        @{ Name = 'Wait-PowensConnection 1'; Scope = "user's token"; Parameter = '-UserToken' }
        @{ Name = 'Remove-PowensConnection 1 -Confirm:$false'; Scope = "user's token"; Parameter = '-UserToken' }
        @{ Name = 'Get-PowensAccount'; Scope = "user's token"; Parameter = '-UserToken' }
        @{ Name = 'Set-PowensAccount 1 -Name x'; Scope = "user's token"; Parameter = '-UserToken' }
        @{ Name = 'Get-PowensTransaction'; Scope = "user's token"; Parameter = '-UserToken' }
        @{ Name = 'Set-PowensTransaction 1 -Wording x'; Scope = "user's token"; Parameter = '-UserToken' }
        @{ Name = 'Get-PowensInvestment'; Scope = "user's token"; Parameter = '-UserToken' }
        @{ Name = 'Get-PowensSubscription'; Scope = "user's token"; Parameter = '-UserToken' }
        @{ Name = 'Get-PowensDocument'; Scope = "user's token"; Parameter = '-UserToken' }
        @{ Name = 'Save-PowensDocument 1 $TestDrive'; Scope = "user's token"; Parameter = '-UserToken' }
        @{ Name = 'Get-PowensConnectionSource 1'; Scope = "user's token"; Parameter = '-UserToken' }
        @{ Name = 'Set-PowensConnectionSource 1 1 -Disabled $true'; Scope = "user's token"; Parameter = '-UserToken' }
        @{ Name = 'Get-PowensConnectionLog'; Scope = "user's token"; Parameter = '-UserToken' }
        @{ Name = 'Get-PowensAccountOwner'; Scope = "user's token"; Parameter = '-UserToken' }
        @{ Name = 'Get-PowensBalance'; Scope = "user's token"; Parameter = '-UserToken' }
        @{ Name = 'Get-PowensInvestmentValue 1'; Scope = "user's token"; Parameter = '-UserToken' }
        @{ Name = 'Get-PowensWebhook'; Scope = "'config'"; Parameter = '-ConfigToken' }
        @{ Name = 'New-PowensWebhook https://hooks.example.test/ CONNECTION_SYNCED'; Scope = "'config'"; Parameter = '-ConfigToken' }
        @{ Name = 'Set-PowensWebhook 1 -EventType x'; Scope = "'config'"; Parameter = '-ConfigToken' }
        @{ Name = 'Remove-PowensWebhook 1 -Confirm:$false'; Scope = "'config'"; Parameter = '-ConfigToken' }
        @{ Name = 'Get-PowensWebhookDelivery 1'; Scope = "'config'"; Parameter = '-ConfigToken' }
        @{ Name = 'Get-PowensWebhookSecret'; Scope = "'config'"; Parameter = '-ConfigToken' }
        @{ Name = 'New-PowensWebhookSecret hook'; Scope = "'config'"; Parameter = '-ConfigToken' }
        @{ Name = 'Get-PowensConfigurationLog'; Scope = "'config'"; Parameter = '-ConfigToken' }
    ) {
        Connect-Powens -Uri $server.Uri -InvoicingToken $token
        $failed = { . ([scriptblock]::Create("$Name -ErrorAction SilentlyContinue")) } | Should -Throw "*$Scope*" -ErrorId 'PowensTokenMissing,*' -PassThru
        $failed.CategoryInfo.Category | Should -Be AuthenticationError
        $failed.ErrorDetails.RecommendedAction | Should -BeLike "*Connect-Powens*$Parameter*"
        $server.Requests | Should -BeNullOrEmpty
    }

    It 'Get-PowensInvoicing without its token names it' {
        Connect-Powens -Uri $server.Uri -ConfigToken $token
        $failed = { Get-PowensInvoicing -ErrorAction SilentlyContinue } | Should -Throw "*'invoicing'*" -ErrorId 'PowensTokenMissing,*' -PassThru
        $failed.ErrorDetails.RecommendedAction | Should -BeLike '*-InvoicingToken*'
        $server.Requests | Should -BeNullOrEmpty
    }

    It 'ends the pipeline where a token is missing, whatever is still to come' {
        Connect-Powens -Uri $server.Uri
        { 1..50 | Get-PowensConnection -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'PowensTokenMissing,*'
    }

    It 'takes the token and the client of the environment' {
        $env:POWENS_TOKEN = ' the-environments-token '
        $env:POWENS_CLIENT_ID = 'the-client'
        $env:POWENS_CLIENT_SECRET = 'the-secret'
        Connect-Powens -Uri $server.Uri
        $null = Get-PowensAccount
        $server.Requests[0].Authorization | Should -Be 'Bearer the-environments-token'
        $null = New-PowensUser -ErrorAction SilentlyContinue
        $server.Requests[-1].Body | Should -Be '{"client_id":"the-client","client_secret":"the-secret"}'
    }

    It 'leaves the token of the environment where another token is given' {
        $env:POWENS_TOKEN = 'the-environments-token'
        Connect-Powens -Uri $server.Uri -ConfigToken $token
        { Get-PowensAccount -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'PowensTokenMissing,*'
        $server.Requests | Should -BeNullOrEmpty
    }

    It 'is used in place of the default one with -Session, and in parallel' {
        $session = Connect-Powens -Uri $server.Uri -UserToken $token -PassThru
        $null = Connect-Powens mycompany
        (Get-PowensConnector -Session $session).Name | Should -Be 'Banque Exemple'
        1..3 | ForEach-Object -Parallel {
            Import-Module $using:ModulePath
            (Get-PowensConnector -Session $using:session).Name
        } | Should -Be 'Banque Exemple', 'Banque Exemple', 'Banque Exemple'
    }

    It 'ends a command whose token is refused' {
        $refusing = Start-PowensServer @{ Status = 403; Body = '{"code":"unauthorized","description":"No."}' }
        try {
            Connect-Powens -Uri $refusing.Uri -UserToken $token
            $failed = { 1..9 | Get-PowensConnection -ThrottleLimit 1 -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'PowensUnauthorized,*' -PassThru
            $failed.ErrorDetails.RecommendedAction | Should -BeLike '*Connect-Powens*'
            $refusing.Requests.Count | Should -Be 1
        }
        finally {
            Stop-Server $refusing
        }
    }
}

Describe 'No session' {
    BeforeAll { Disconnect-Powens }

    It '<_> says Connect-Powens' -ForEach @(
        'Get-PowensConnector', 'Get-PowensConfiguration', 'Set-PowensConfiguration a b', 'New-PowensUser', 'Get-PowensUser', 'Remove-PowensUser 1 -Confirm:$false'
        'New-PowensToken 1', 'Revoke-PowensToken -Confirm:$false', 'New-PowensWebviewUri https://app.example.test/', 'New-PowensConnection u', 'Get-PowensConnection'
        'Update-PowensConnection 1', 'Wait-PowensConnection 1', 'Remove-PowensConnection 1 -Confirm:$false', 'Get-PowensAccount', 'Set-PowensAccount 1 -Name x'
        'Get-PowensTransaction', 'Set-PowensTransaction 1 -Wording x', 'Get-PowensInvestment', 'Get-PowensSubscription', 'Get-PowensDocument', 'Save-PowensDocument 1'
        'Get-PowensConnectionSource', 'Set-PowensConnectionSource 1 1 -Disabled true', 'Get-PowensConnectionLog', 'Get-PowensAccountOwner', 'Get-PowensBalance'
        'Get-PowensInvestmentValue 1', 'Get-PowensAccountType', 'Get-PowensCategory', 'Get-PowensCurrency', 'Get-PowensDocumentType', 'Get-PowensInvoicing'
        'Get-PowensWebhook', 'New-PowensWebhook https://hooks.example.test/ x', 'Set-PowensWebhook 1 -EventType x', 'Remove-PowensWebhook 1 -Confirm:$false'
        'Get-PowensWebhookDelivery 1', 'Get-PowensWebhookSecret', 'New-PowensWebhookSecret hook', 'Get-PowensConfigurationLog'
    ) {
        { . ([scriptblock]::Create("$_ -ErrorAction SilentlyContinue")) } | Should -Throw '*Connect-Powens*' -ErrorId 'PowensNoSession,*'
    }

    It 'is tested for every command of Powens' {
        $tested = [regex]::Matches((Get-Content $PSCommandPath -Raw), '\w+-Powens\w+').Value
        (Get-Command *-Powens* -Module CompanyData | Where-Object { $_.Parameters.ContainsKey('Session') }).Name -notlike '*connect-Powens' | Where-Object { $_ -notin $tested } | Should -BeNullOrEmpty
    }
}

Describe 'What changes something' {
    It '<_> takes -WhatIf and -Confirm' -ForEach @(
        'Set-PowensConfiguration', 'New-PowensUser', 'Remove-PowensUser', 'New-PowensToken', 'Revoke-PowensToken', 'New-PowensConnection', 'Update-PowensConnection'
        'Remove-PowensConnection', 'Set-PowensAccount', 'Set-PowensTransaction', 'Save-PowensDocument', 'Set-PowensConnectionSource', 'New-PowensWebhook'
        'Set-PowensWebhook', 'Remove-PowensWebhook', 'New-PowensWebhookSecret'
    ) {
        (Get-Command $_).Parameters.Keys | Should -Contain 'WhatIf'
    }

    It '<_> is of high impact' -ForEach 'Remove-PowensUser', 'Remove-PowensConnection', 'Revoke-PowensToken', 'Remove-PowensWebhook' {
        (Get-Command $_).ImplementingType.GetCustomAttributes([Management.Automation.CmdletAttribute], $true).ConfirmImpact | Should -Be High
    }

    It '<Name> -WhatIf sends nothing and emits nothing' -ForEach @(
        @{ Name = 'Set-PowensConfiguration'; Script = { Set-PowensConfiguration a b -PassThru -WhatIf } }
        @{ Name = 'New-PowensUser'; Script = { New-PowensUser -WhatIf } }
        @{ Name = 'Remove-PowensUser'; Script = { Remove-PowensUser me -WhatIf } }
        @{ Name = 'New-PowensToken'; Script = { New-PowensToken 1 -RevokePrevious -WhatIf } }
        @{ Name = 'New-PowensToken -Code'; Script = { New-PowensToken -Code $token -WhatIf } }
        @{ Name = 'New-PowensToken -Temporary'; Script = { New-PowensToken -Temporary -WhatIf } }
        @{ Name = 'Revoke-PowensToken'; Script = { Revoke-PowensToken -WhatIf } }
        @{ Name = 'New-PowensConnection'; Script = { New-PowensConnection (Get-Magic 1) @{ login = 'l'; password = 'p' } -WhatIf } }
        @{ Name = 'Update-PowensConnection'; Script = { Update-PowensConnection 1 -WhatIf } }
        @{ Name = 'Update-PowensConnection -Force'; Script = { Update-PowensConnection 1 -Force -WhatIf } }
        @{ Name = 'Update-PowensConnection -Field'; Script = { Update-PowensConnection 1 -Field @{ code = '123456' } -WhatIf } }
        @{ Name = 'Update-PowensConnection -Resume'; Script = { Update-PowensConnection 1 -Resume -WhatIf } }
        @{ Name = 'Remove-PowensConnection'; Script = { Remove-PowensConnection 1 -WhatIf } }
        @{ Name = 'Set-PowensAccount'; Script = { Set-PowensAccount 101 -Name x -PassThru -WhatIf } }
        @{ Name = 'Set-PowensTransaction'; Script = { Set-PowensTransaction 1010000000 -Comment x -PassThru -WhatIf } }
        @{ Name = 'Set-PowensConnectionSource'; Script = { Set-PowensConnectionSource 1 1 -Disabled $true -PassThru -WhatIf } }
        @{ Name = 'New-PowensWebhook'; Script = { New-PowensWebhook https://hooks.example.test/ CONNECTION_SYNCED -WhatIf } }
        @{ Name = 'Set-PowensWebhook'; Script = { Set-PowensWebhook 1 -EventType x -PassThru -WhatIf } }
        @{ Name = 'Remove-PowensWebhook'; Script = { Remove-PowensWebhook 1 -WhatIf } }
        @{ Name = 'New-PowensWebhookSecret'; Script = { New-PowensWebhookSecret hook -WhatIf } }
        @{ Name = 'Save-PowensDocument'; Script = { Save-PowensDocument 201001 $TestDrive -WhatIf } }
    ) {
        $null = Connect-PowensSandbox
        & $Script 6>$null | Should -BeNullOrEmpty
        Get-PowensRequestCount | Should -Be 0
        Get-ChildItem $TestDrive | Should -BeNullOrEmpty
    }
}
