BeforeAll {
    . "$PSScriptRoot/../Helpers.ps1"
    $secret = ConvertTo-Secret 'a-secret'
}

Describe 'Get-QardProfile' {
    It 'reads the account that the key belongs to' {
        Connect-CompanyDataSandbox
        $account = Get-QardProfile
        $account.Name, $account.Email | Should -Be 'Sandbox', 'sandbox@example.test'
    }
}

Describe 'Get-QardProvider' {
    BeforeAll { Connect-CompanyDataSandbox }

    It 'lists them all' {
        (Get-QardProvider).Count | Should -BeGreaterThan 15
        (Get-QardProvider).Name | Should -Contain 'company_legal_fr'
    }

    It 'finds <Given>' -ForEach @(
        @{ Given = 'company_legal_fr'; Found = 'company_legal_fr' }
        @{ Given = 'COMPANY_LEGAL_FR'; Found = 'company_legal_fr' }
        @{ Given = 'go*'; Found = 'gocardless' }
        @{ Given = '*public', 'p?ypal'; Found = 'sandbox_public', 'paypal' }
        @{ Given = 'nothing*'; Found = $null }
    ) {
        $Given | Get-QardProvider | ForEach-Object Name | Should -Be $Found
    }

    It 'takes the name by position and by property name' {
        (Get-QardProvider gocard*).Name | Should -Be 'gocardless'
        ([pscustomobject]@{ ProviderName = 'stripe' } | Get-QardProvider).Name | Should -Be 'stripe'
        ([pscustomobject]@{ Name = 'paypal' } | Get-QardProvider).Name | Should -Be 'paypal'
    }

    It 'says of an unknown name that there is none, and goes on' {
        $found = 'stripe', 'no_such', 'paypal' | Get-QardProvider -ErrorAction SilentlyContinue -ErrorVariable failed
        $found.Name | Should -Be 'stripe', 'paypal'
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardNotFound,*'
        $failed[0].TargetObject | Should -Be 'no_such'
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*Get-QardProvider*'
    }
}

Describe 'Changing a provider' {
    BeforeEach { Connect-CompanyDataSandbox }

    It 'is enabled, then disabled' {
        Enable-QardProvider sandbox_public | Should -BeNullOrEmpty
        (Get-QardProvider sandbox_public).Enabled | Should -BeTrue

        Disable-QardProvider sandbox_public | Should -BeNullOrEmpty
        (Get-QardProvider sandbox_public).Enabled | Should -BeFalse
    }

    It 'takes providers from the pipeline and emits them with -PassThru' {
        $enabled = Get-QardProvider sandbox_p* | Enable-QardProvider -PassThru
        $enabled.Name | Should -Be 'sandbox_public', 'sandbox_private'
        $enabled.Enabled | Should -Be $true, $true

        $disabled = 'sandbox_public', 'sandbox_private' | Disable-QardProvider -PassThru
        $disabled.Enabled | Should -Be $false, $false
    }

    It 'takes settings as <Form>' -ForEach @(
        @{ Form = 'a hashtable'; Set = { Set-QardProvider sandbox_public @{ auto_connect = $true } -PassThru } }
        @{ Form = '-AutoConnect'; Set = { Set-QardProvider sandbox_public -AutoConnect $true -PassThru } }
        @{ Form = 'both, piped in'; Set = { Get-QardProvider sandbox_public | Set-QardProvider -Setting @{ other = 1 } -AutoConnect $true -PassThru } }
    ) {
        (& $Set).AutoConnect | Should -BeTrue
        $null = Set-QardProvider sandbox_public -AutoConnect $false
        (Get-QardProvider sandbox_public).AutoConnect | Should -BeFalse
    }

    It 'says that nothing is to be changed before any call' {
        Set-QardProvider sandbox_public -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardInvalidInput,*'
        $failed[0] | Should -BeLike '*-Setting*-AutoConnect*'
        $failed[0].TargetObject | Should -Be 'sandbox_public'
        Get-RequestCount | Should -Be 0
    }

    It '<_> of an unknown provider is QardNotFound with the name as target' -ForEach @(
        'Enable-QardProvider', 'Disable-QardProvider', 'Set-QardProvider -AutoConnect $true', 'Set-QardProviderCredential -Credential @{ a = 1 }'
    ) {
        . ([scriptblock]::Create("'no_such' | $_ -ErrorAction SilentlyContinue -ErrorVariable failed"))
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardNotFound,*'
        $failed[0].TargetObject | Should -Be 'no_such'
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*Get-QardProvider*'
    }

    It 'lacks credentials: the error names the command that mends it' {
        Enable-QardProvider gocardless -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardProviderNotReady,*'
        $failed[0].TargetObject | Should -Be 'gocardless'
        $failed[0] | Should -BeLike '*client_id*'
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*Set-GoCardlessCredential*'
    }

    It 'takes credentials as <Form>' -ForEach @(
        @{ Form = 'secrets'; Make = { $secret } }
        @{ Form = 'text'; Make = { 'a-secret' } }
        @{ Form = 'a credential'; Make = { [pscredential]::new('nobody', $secret) } }
    ) {
        Set-QardProviderCredential gocardless @{ is_sandbox = $true; client_id = 'app'; client_secret = & $Make }
        (Enable-QardProvider gocardless -PassThru).Enabled | Should -BeTrue
    }

    It 'emits the provider with -PassThru after its credentials were set' {
        $provider = Get-QardProvider gocardless |
            Set-QardProviderCredential -Credential @{ is_sandbox = $true; client_id = 'app'; client_secret = $secret } -PassThru
        $provider.Name, $provider.Enabled | Should -Be 'gocardless', $false
    }

    It '<_> asks before it changes: -WhatIf sends nothing' -ForEach @(
        'Enable-QardProvider sandbox_public', 'Disable-QardProvider company_legal_fr', 'Set-QardProvider infogreffe -AutoConnect $true'
        'Set-QardProviderCredential gocardless @{ is_sandbox = $true; client_id = 1; client_secret = $secret }', 'Set-GoCardlessCredential app $secret -Enable -AutoConnect'
    ) {
        & ([scriptblock]::Create("$_ -WhatIf"))
        Get-RequestCount | Should -Be 0
        & ([scriptblock]::Create("$_ -Confirm:`$false -ErrorAction SilentlyContinue"))
        Get-RequestCount | Should -BeGreaterThan 0
    }
}

Describe 'Set-GoCardlessCredential' {
    BeforeEach { Connect-CompanyDataSandbox }

    It 'goes the three steps in the order of the document' {
        $lines = Set-GoCardlessCredential app $secret -Sandbox -Enable -AutoConnect -Verbose 4>&1 | Where-Object { $_ -match ' PUT ' }
        $lines | Should -HaveCount 3
        $lines[0] | Should -BeLike '*PUT providers/gocardless/credentials *'
        $lines[1] | Should -BeLike '*PUT providers/gocardless/settings *'
        $lines[2] | Should -BeLike '*PUT providers/gocardless *'

        $provider = Get-QardProvider gocardless
        $provider.Enabled, $provider.AutoConnect | Should -Be $true, $true
    }

    It 'sends the credentials alone without the switches' {
        $provider = Set-GoCardlessCredential -ClientId app -ClientSecret $secret -PassThru
        $provider.Enabled, $provider.AutoConnect | Should -Be $false, $false
    }

    It 'sends what the document shows' {
        $server = Start-Server
        try {
            Connect-Qard $secret -Uri $server.Uri
            Set-GoCardlessCredential app $secret -Sandbox
            Set-GoCardlessCredential app $secret
        }
        finally {
            Stop-Server $server
        }

        $bodies = $server.Requests.Body | ConvertFrom-Json
        $bodies.credentials.client_id | Should -Be 'app', 'app'
        $bodies.credentials.client_secret | Should -Be 'a-secret', 'a-secret'
        $bodies.credentials.is_sandbox | Should -Be $true, $false
    }
}
