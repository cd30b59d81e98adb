BeforeAll { . "$PSScriptRoot/PowensHelpers.ps1" }

Describe 'New-PowensUser' {
    BeforeEach { $session = Connect-PowensSandbox -SyncDuration 0 }

    It 'emits the id and a token that cannot be read' {
        $user = New-PowensUser
        $user.UserId | Should -Be '2'
        $user.Token | Should -BeOfType securestring
        $user.Token.IsReadOnly() | Should -BeTrue
        $user.Type | Should -Be 'permanent'
        $user.ExpiresAt | Should -BeNullOrEmpty
        (Get-PowensUser).UserId | Should -Be '1', '2'
    }

    # Was a dead end: "the token is another user's".
    It 'makes a user of the sandbox that can be used there' {
        $user = New-PowensUser
        { Get-PowensAccount -UserId $user.UserId -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'PowensUnauthorized,*'
        $address = (Get-CompanyDataSession Powens).Uri
        $own = Connect-Powens -Uri $address -UserToken $user.Token -PassThru
        $own.IsSandbox | Should -BeTrue
        (Get-PowensUser me).UserId | Should -Be $user.UserId
        $connection = New-Magic 1
        $connection.UserId | Should -Be $user.UserId
        ($connection | Wait-PowensConnection | Get-PowensAccount).Count | Should -Be 5
        (Get-PowensConnection -Session $session).ConnectionId | Should -Be '1', '2'
    }

    It 'says that no sandbox is open where its address is given' {
        $address = (Get-CompanyDataSession Powens).Uri
        Disconnect-Powens
        { Connect-Powens -Uri $address } | Should -Throw '*Connect-CompanyDataSandbox*' -ErrorId 'PowensInvalidInput*'
    }

    It 'gives a token that works, in Connect-Powens' {
        $server = Start-PowensServer @(@{ Body = '{"auth_token":"made-token","type":"temporary","id_user":7,"expires_in":1800}' }, @{ Body = '{"id":7}' })
        try {
            Connect-Powens -Uri $server.Uri
            $user = New-PowensUser
            $user.UserId, $user.Type | Should -Be '7', 'temporary'
            ($user.ExpiresAt - (Get-Date)).TotalMinutes | Should -BeGreaterThan 29
            Connect-Powens -Uri $server.Uri -UserToken $user.Token
            (Get-PowensUser me).UserId | Should -Be '7'
            $server.Requests[1].Authorization | Should -Be 'Bearer made-token'
        }
        finally {
            Stop-Server $server
        }
    }

    It 'is sent once where its answer is lost, and says how to look' {
        $server = Start-PowensServer @{ Status = 0 }
        try {
            Connect-Powens -Uri $server.Uri
            New-PowensUser -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensOutcomeUnknown,*'
            $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*Get-PowensUser*'
            $server.Requests.Method | Should -Be 'POST'
        }
        finally {
            Stop-Server $server
        }
    }
}

Describe 'Get- and Remove-PowensUser' {
    BeforeEach { $session = Connect-PowensSandbox }

    It 'reads one by <How>' -ForEach @(
        @{ How = 'position'; Get = { Get-PowensUser 1 } }
        @{ How = 'me'; Get = { Get-PowensUser me } }
        @{ How = 'name'; Get = { Get-PowensUser -UserId 1 } }
        @{ How = 'value'; Get = { '1' | Get-PowensUser } }
        @{ How = 'the name on the wire'; Get = { [pscustomobject]@{ IdUser = 1 } | Get-PowensUser } }
        @{ How = 'an account of it'; Get = { Get-PowensAccount 101 | Get-PowensUser } }
    ) {
        $user = & $Get
        $user.Id, $user.UserId | Should -Be '1', '1'
        $user.Signin | Should -BeOfType datetime
    }

    It 'removes one with all its data, and asks for no answer' {
        Remove-PowensUser me -Confirm:$false | Should -BeNullOrEmpty
        Get-PowensUser | Should -BeNullOrEmpty
        { Get-PowensConnection -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'PowensUnauthorized,*'
    }

    It 'removes what is piped in' {
        Get-PowensUser | Remove-PowensUser -Confirm:$false
        Get-PowensUser | Should -BeNullOrEmpty
    }

    It 'does not remove without a yes' {
        $said = Invoke-FreshPowerShell "Import-Module '$ModulePath'; Connect-CompanyDataSandbox; try { Remove-PowensUser me } catch { `$_.Exception.GetType().Name }; (Get-PowensUser).Count"
        $said[-1] | Should -Be '1'
    }
}

Describe 'Tokens' {
    BeforeEach { $session = Connect-PowensSandbox }

    It 'New-PowensToken makes another one for a user, by <How>' -ForEach @(
        @{ How = 'position'; New = { New-PowensToken 1 } }
        @{ How = 'value'; New = { '1' | New-PowensToken } }
        @{ How = 'property name'; New = { Get-PowensUser 1 | New-PowensToken } }
    ) {
        $token = & $New
        $token.UserId | Should -Be '1'
        $token.Token | Should -BeOfType securestring
    }

    It '-RevokePrevious ends the earlier ones' {
        $null = New-PowensToken 1 -RevokePrevious
        { Get-PowensAccount -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'PowensUnauthorized,*'
    }

    It 'a temporary code becomes a token once, and never twice' {
        $code = New-PowensToken -Temporary
        $code.Token | Should -BeOfType securestring
        $code.ExpiresAt | Should -BeGreaterThan (Get-Date)
        (New-PowensToken -Code $code.Token).Token | Should -BeOfType securestring

        $before = Get-PowensRequestCount
        New-PowensToken -Code $code.Token -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensInvalid,*'
        Get-PowensRequestCount | Should -Be ($before + 1)
    }

    It 'a code whose answer is lost is not sent again' {
        $server = Start-PowensServer @{ Status = 0 }
        try {
            Connect-Powens -Uri $server.Uri -ClientId c -ClientSecret (ConvertTo-Secure 's-e-c')
            New-PowensToken -Code (ConvertTo-Secure 'the-code') -RedirectUri https://app.example.test/back -ErrorAction SilentlyContinue -ErrorVariable failed
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensOutcomeUnknown,*'
            $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*new one*'
            $server.Requests.Count | Should -Be 1
            $server.Requests[0].Body | ConvertFrom-Json | ForEach-Object { $_.code, $_.redirect_uri, $_.grant_type } |
                Should -Be 'the-code', 'https://app.example.test/back', 'authorization_code'
        }
        finally {
            Stop-Server $server
        }
    }

    It 'Revoke-PowensToken ends the session''s own' {
        Revoke-PowensToken -Confirm:$false | Should -BeNullOrEmpty
        { Get-PowensAccount -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'PowensUnauthorized,*'
        (Get-PowensConnector).Count | Should -BeGreaterThan 1
    }

    It 'New-PowensToken of an unknown user is PowensNotFound' {
        New-PowensToken 9999 -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensNotFound,*'
        $failed[0].TargetObject | Should -Be '9999'
    }
}

Describe 'New-PowensWebviewUri' {
    BeforeEach { $session = Connect-PowensSandbox -SyncDuration 0 }

    It 'makes a link for -Flow <Flow>' -ForEach @(
        @{ Flow = 'connect'; With = @{} }
        @{ Flow = 'reconnect'; With = @{ ConnectionId = '1' } }
        @{ Flow = 'manage'; With = @{} }
    ) {
        $link = New-PowensWebviewUri https://app.example.test/back?a=b -Flow $Flow -Language fr @With
        $link.Uri.GetLeftPart('Path') | Should -Be "https://webview.powens.com/fr/$Flow"
        $query = [Web.HttpUtility]::ParseQueryString($link.Uri.Query)
        $query['domain'], $query['client_id'], $query['redirect_uri'] | Should -Be 'sandbox.test', 'sandbox-client', 'https://app.example.test/back?a=b'
        $query['code'] | Should -Not -BeNullOrEmpty
        $query['state'] | Should -Be $link.State
        $query['connection_id'] | Should -Be $With.ConnectionId
    }

    It 'takes everything that the webview takes' {
        $link = New-PowensWebviewUri -RedirectUri https://app.example.test/ -State 'my & state' -ConnectorUuid (Get-Magic 1), (Get-Magic 2) -Capability bank, document
        $query = [Web.HttpUtility]::ParseQueryString($link.Uri.Query)
        $query['state'] | Should -Be 'my & state'
        $query['connector_uuids'] | Should -Be "$(Get-Magic 1),$(Get-Magic 2)"
        $query['connector_capabilities'] | Should -Be 'bank,document'
        $link.Uri.AbsolutePath | Should -Be '/en/connect'
    }

    It 'makes a new code and a new state each time' {
        $links = 1..2 | ForEach-Object { New-PowensWebviewUri https://app.example.test/ }
        $links[0].State | Should -Not -Be $links[1].State
        [Web.HttpUtility]::ParseQueryString($links[0].Uri.Query)['code'] | Should -Not -Be ([Web.HttpUtility]::ParseQueryString($links[1].Uri.Query)['code'])
    }

    It 'asks for a connection to reconnect, before any call' {
        New-PowensWebviewUri https://app.example.test/ -Flow reconnect -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'PowensInvalidInput,*'
        $failed[0] | Should -BeLike '*-ConnectionId*'
        Get-PowensRequestCount | Should -Be 0
    }

    It 'connects a bank, whose end user comes back with the connection' {
        $link = New-PowensWebviewUri https://app.example.test/back -ConnectorUuid (Get-Magic 4)
        $back = [Web.HttpUtility]::ParseQueryString((Invoke-Webview $link $session).Query)
        $back['state'] | Should -Be $link.State
        (Get-PowensConnection $back['connection_id'] | Wait-PowensConnection).ConnectorUuid | Should -Be (Get-Magic 4)
    }

    It 'repairs a connection: webauthRequired | reconnect | Wait' {
        $connection = New-Magic 4
        $connection.State | Should -Be 'webauthRequired'
        $link = $connection | New-PowensWebviewUri https://app.example.test/back -Flow reconnect
        $null = Invoke-Webview $link $session
        ($connection | Wait-PowensConnection).IsUsable | Should -BeTrue
    }
}
