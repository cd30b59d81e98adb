# A key and a client secret that nobody has seen before, looked for in everything that can be seen.
BeforeAll {
    . "$PSScriptRoot/../Helpers.ps1"
    $canary = "canary-$(New-Guid)"
    $appCanary = "canary-$(New-Guid)"
    $key = ConvertTo-Secret $canary
    $appSecret = ConvertTo-Secret $appCanary

    # The forms in which a secret may leak: itself, as Export-Clixml writes a SecureString where nothing encrypts it, as Base64.
    $forms = foreach ($secret in $canary, $appCanary) {
        [regex]::Escape($secret)
        [Convert]::ToHexString([Text.Encoding]::Unicode.GetBytes($secret))
        [regex]::Escape([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($secret)).Substring(0, 40))
    }
    $leak = $forms -join '|'

    # The lines that a secret stands in, cut short.
    function Find-Leak($Text) {
        ("$Text" -split "`r?`n") -match $leak | ForEach-Object { $_.Substring(0, [Math]::Min(300, $_.Length)) }
    }

    # Everything that can be seen of an object, as text.
    function Get-Everything($Object) {
        $path = Join-Path $TestDrive "$(New-Guid).xml"
        $Object | Export-Clixml $path -Depth 4
        @(
            $Object | Out-String -Width 4096
            $Object | Format-List -Property * -Force | Out-String -Width 4096
            $Object | ConvertTo-Json -Depth 5 -WarningAction SilentlyContinue
            $Object | ConvertTo-Csv
            $Object | Get-Member -Force | Out-String -Width 4096
            "$Object"
            Get-Content $path -Raw
        ) -join "`n"
    }

    # Everything that can be seen of an error: as the prompt shows it, as Get-Error does, the exception with all its inner ones.
    function Get-EverythingOfError([Management.Automation.ErrorRecord] $Record) {
        @(
            $Record | Out-String -Width 4096
            $Record | Format-List -Property * -Force | Out-String -Width 4096
            $Record | Get-Error | Out-String -Width 4096
            $Record.ErrorDetails | Format-List -Property * -Force | Out-String -Width 4096
            $Record.TargetObject | Out-String
            for ($exception = $Record.Exception; $exception; $exception = $exception.InnerException) {
                $exception.ToString()
                $exception | Format-List -Property * -Force | Out-String -Width 4096
                $exception.Data | Out-String
            }
        ) -join "`n"
    }

    # Runs a script with every stream open; gives all that came, and the errors in full.
    function Get-Said([scriptblock] $Script) {
        $global:Error.Clear()
        $VerbosePreference = $DebugPreference = $WarningPreference = $InformationPreference = 'Continue'
        $ErrorActionPreference = 'Continue'
        $said = try { & $Script *>&1 } catch { $_ }
        @(
            $said | Out-String -Width 4096
            foreach ($item in $said) {
                if ($item -is [Management.Automation.ErrorRecord]) { if ($item -notin $global:Error) { Get-EverythingOfError $item } }
                elseif ($item -is [Management.Automation.InformationalRecord] -or $item -is [Management.Automation.InformationRecord]) { "$item" }
                else { Get-Everything $item }
            }
            foreach ($record in @($global:Error)) { if ($record -is [Management.Automation.ErrorRecord]) { Get-EverythingOfError $record } }
            $global:Error | Out-String -Width 4096
        ) -join "`n"
    }
}

Describe 'The search itself' {
    It 'finds a secret in <Where>' -ForEach @(
        @{ Where = 'an object'; Script = { [pscustomobject]@{ Key = $canary } } }
        @{ Where = 'verbose'; Script = { Write-Verbose $canary } }
        @{ Where = 'debug'; Script = { Write-Debug $appCanary } }
        @{ Where = 'a warning'; Script = { Write-Warning $canary } }
        @{ Where = 'an error'; Script = { Write-Error $canary } }
        @{ Where = 'an inner exception'; Script = { throw [Exception]::new('x', [Exception]::new($appCanary)) } }
        @{ Where = 'a SecureString in Clixml'; Script = { [pscustomobject]@{ Key = $key } } }
    ) {
        Find-Leak (Get-Said $Script) | Should -Not -BeNullOrEmpty
    }
}

Describe 'A session' {
    It 'shows nothing of its key' {
        $session = Connect-Qard $key -Uri http://127.0.0.1:9/ -PassThru
        $session | Should -Not -BeNullOrEmpty
        Find-Leak (Get-Everything $session) | Should -BeNullOrEmpty
        Find-Leak (Get-Everything (Get-CompanyDataUsage $session)) | Should -BeNullOrEmpty
        Find-Leak ([System.Management.Automation.PSSerializer]::Serialize($session, 6)) | Should -BeNullOrEmpty
    }

    It 'shows nothing of its key while it is opened <How>' -ForEach @(
        @{ How = 'by key'; Script = { Connect-Qard $key -Uri http://127.0.0.1:9/ -PassThru } }
        @{ How = 'by credential'; Script = { Connect-Qard -Credential ([pscredential]::new('nobody', $key)) -Uri http://127.0.0.1:9/ -PassThru } }
        @{ How = 'from the environment'; Script = { $env:QARD_API_KEY = $canary; Connect-Qard -Uri http://127.0.0.1:9/ -PassThru; $env:QARD_API_KEY = $null } }
        @{ How = 'on an address that is refused'; Script = { Connect-Qard $key -Uri http://api.example.test/ } }
        @{ How = 'on an address that is none'; Script = { Connect-Qard $key -Uri relative } }
    ) {
        Find-Leak (Get-Said $Script) | Should -BeNullOrEmpty
    }

    It 'takes the key as text nowhere' {
        foreach ($command in Get-Command *Qard*, *GoCardless* -Module CompanyData) {
            $command.Parameters.Values | Where-Object { $_.Name -match 'key|secret|password|token' -and $_.Name -notmatch 'Id$|^SecretName$' } |
                ForEach-Object { $_.ParameterType | Should -BeIn ([securestring], [pscredential]) -Because "$command -$($_.Name)" }
        }
    }
}

Describe 'A server that gives back <What>' -ForEach @(
    @{ What = '401 and the key in JSON'; Status = 401; Body = '{"error_code":"{key}","error_message":"The key {key} is wrong.","error_details":[{"field":"{key}","message":"{key}"}],"key":"{key}"}' }
    @{ What = '401 and the key in HTML'; Status = 401; Body = '<html><body><h1>{key}</h1></body></html>' }
    @{ What = '403 and the key as text'; Status = 403; Body = 'no access for {key}' }
    @{ What = '400 and all that it got'; Status = 400; Body = 'bad request, key {key}: {body}' }
    @{ What = '422 and all that it got, in JSON'; Status = 422; Body = '{"message":"{key}","got":{body}}' }
    @{ What = '500 and the key'; Status = 500; Body = '{"message":"{key} broke us"}' }
    @{ What = '200 and the key in place of JSON'; Status = 200; Body = 'hello {key}' }
    @{ What = '200 and the key in JSON of another shape'; Status = 200; Body = '["{key}"]' }
    @{ What = '200 and the key cut off'; Status = 200; Body = '{"name":"{key}' }
    @{ What = 'the key in its headers'; Status = 429; Body = '{}'; Header = @{ 'X-Request-Id' = '{key}' } }
) {
    BeforeAll { $server = Start-Server -Status $Status -Body $Body -Header ($Header ?? @{}) }

    AfterAll { Stop-Server $server }

    It 'does not make <_> show it' -ForEach @(
        'Get-QardProfile', 'Get-QardUser', 'New-QardUser -FirstName Camille -LastName Exemple', 'Start-QardSync some-id'
        'Save-QardFile some-id $TestDrive -Force', 'Set-GoCardlessCredential app $appSecret -Enable'
        'Set-QardProviderCredential gocardless @{ is_sandbox = $true; client_id = "app"; client_secret = $appSecret }'
        'Set-QardProviderCredential gocardless @{ is_sandbox = $true; client_id = "app"; client_secret = $appCanary }'
        'Invoke-QardCollection "Exemple SAS" 123456789'
    ) {
        Connect-Qard $key -Uri $server.Uri -MaxRetry 0
        $before = $server.Requests.Count
        $said = Get-Said ([scriptblock]::Create($_))
        $server.Requests.Count | Should -BeGreaterThan $before
        $server.Requests[-1].Key | Should -Be $canary -Because 'otherwise there is nothing to give back'
        Find-Leak $said | Should -BeNullOrEmpty
    }
}

Describe 'A good answer' {
    It 'of the sandbox shows nothing of the GoCardless secret' {
        Connect-CompanyDataSandbox
        $said = Get-Said {
            Set-GoCardlessCredential app $appSecret -Sandbox -AutoConnect -Enable -PassThru
            Get-QardProvider gocardless
            Set-GoCardlessCredential app $appSecret -WhatIf
            Set-QardProviderCredential gocardless @{ is_sandbox = $true; client_id = 'app'; client_secret = $appSecret } -PassThru
            Set-QardProviderCredential gocardless @{ client_secret = $appSecret }
            Set-QardProvider gocardless @{ auto_connect = $true } -PassThru
        }
        $said | Should -Match 'gocardless'
        Find-Leak $said | Should -BeNullOrEmpty
    }
}

Describe 'Another host' {
    It 'that a redirect names gets no key' {
        $other = Start-Server -Body '{"name":"Somebody"}'
        $server = Start-Server -Status 302 -Header @{ Location = "$($other.Uri)profile" }
        try {
            Connect-Qard $key -Uri $server.Uri -MaxRetry 0
            $said = Get-Said { Get-QardProfile }
            $server.Requests[0].Key | Should -Be $canary
            $other.Requests | ForEach-Object { $_.Key | Should -BeNullOrEmpty }
            Find-Leak $said | Should -BeNullOrEmpty
        }
        finally {
            Stop-Server $server
            Stop-Server $other
        }
    }

    It 'by plain HTTP beyond loopback is not even asked' {
        $server = Start-Server -Status 302 -Header @{ Location = 'http://api.example.test/profile' }
        try {
            Connect-Qard $key -Uri $server.Uri -MaxRetry 0
            Find-Leak (Get-Said { Get-QardProfile }) | Should -BeNullOrEmpty
            $server.Requests | Should -HaveCount 1
        }
        finally {
            Stop-Server $server
        }
    }

    It 'that nobody answers at shows nothing of the key' {
        Connect-Qard $key -Uri http://127.0.0.1:9/ -MaxRetry 0
        Find-Leak (Get-Said { Get-QardProfile; New-QardUser 'Exemple SAS' 123456789 }) | Should -BeNullOrEmpty
    }
}

Describe 'A transcript' {
    It 'holds nothing of it' {
        $server = Start-Server -Status 401 -Body '{"error_message":"The key {key} is wrong."}'
        $path = Join-Path $TestDrive 'transcript.txt'
        $shell = [powershell]::Create().AddScript({
            param($path, $transcript, $uri, $key, $secret)
            Import-Module $path
            $null = Start-Transcript $transcript -IncludeInvocationHeader
            $VerbosePreference = $DebugPreference = 'Continue'
            Connect-Qard $key -Uri $uri -MaxRetry 0 -PassThru | Format-List * | Out-Default
            try { Get-QardProfile | Out-Default } catch { $_ | Out-Default; Get-Error | Out-Default }
            try { Set-GoCardlessCredential app $secret -Enable | Out-Default } catch { $_ | Out-Default }
            $null = Stop-Transcript
        }).AddParameters(@($ModulePath, $path, $server.Uri, $key, $appSecret))
        try { $null = $shell.Invoke() }
        finally { Stop-Server $server }

        $server.Requests | Should -HaveCount 2
        $text = Get-Content $path -Raw
        $text | Should -Match 'the key was refused'
        Find-Leak $text | Should -BeNullOrEmpty
    }
}
