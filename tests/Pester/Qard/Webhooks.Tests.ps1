BeforeDiscovery {
    $services = @(
        @{ Command = 'Test-QardWebhook'; Service = 'Qard'; IsTimed = $true }
        @{ Command = 'Test-QontoWebhook'; Service = 'Qonto'; Scheme = 'onboarding'; IsTimed = $false }
        @{ Command = 'Test-QontoWebhook'; Service = 'Qonto'; Scheme = 'business'; IsTimed = $true }
        @{ Command = 'Test-PowensWebhook'; Service = 'Powens'; IsTimed = $true }
    )
}

BeforeAll {
    . "$PSScriptRoot/../Helpers.ps1"
    $canary = "canary-$(New-Guid)"
    $secret = ConvertTo-SecureString $canary -AsPlainText -Force
    $leak = [regex]::Escape($canary) + '|' + [Convert]::ToHexString([Text.Encoding]::Unicode.GetBytes($canary))
    $script:Number = 0

    function Get-Hmac([byte[]] $Key, [byte[]] $Data) { [Security.Cryptography.HMACSHA256]::HashData($Key, $Data) }
    function ConvertTo-Utf8([string] $Text) { , [Text.Encoding]::UTF8.GetBytes($Text) }

    # A request that the service would have made that many seconds ago, as the parameters of the command; no two are alike.
    function New-Request([string] $Service, [string] $Scheme, [double] $Age = 0) {
        $made = [DateTimeOffset]::UtcNow.AddSeconds(-$Age).ToUnixTimeSeconds()
        $key = ConvertTo-Utf8 $canary
        $body = '{"id":"event-%","name":"&chantillon","amount":12.50}'.Replace('%', $script:Number++).Replace('&', [char] 0xC9)
        switch ("$Service $Scheme".Trim()) {
            'Qard' {
                $url = "https://hooks.example.test/qard?user_id=u-$($script:Number)&event=DATA_SYNC_SUCCESS&date=$made"
                @{ Url = $url; Signature = 'sha256=' + [Convert]::ToBase64String((Get-Hmac $key (ConvertTo-Utf8 $url))) }
            }
            'Qonto onboarding' { @{ Body = $body; Signature = [Convert]::ToHexString((Get-Hmac $key (ConvertTo-Utf8 $body))).ToLower() } }
            'Qonto business' {
                @{ Body = $body; Signature = "t=$made,v1=" + [Convert]::ToHexString((Get-Hmac $key (ConvertTo-Utf8 "$made.$body"))).ToLower() }
            }
            'Powens' {
                $date = [DateTimeOffset]::FromUnixTimeSeconds($made).ToString('o')
                @{ Body = $body; Path = '/hooks/powens'; Date = $date
                    Signature = [Convert]::ToBase64String((Get-Hmac $key (ConvertTo-Utf8 "POST./hooks/powens.$date.$body"))) }
            }
        }
    }
}

Describe 'An event with names that the engine reserves' {
    It 'comes out of Test-QontoWebhook -PassThru with all its fields' {
        $body = '{"id":"event-reserved","psobject":1,"PSBase":2,"psadapted":3,"psextended":4,"pstypenames":5,"a":6,"":7,"inner":[{"psobject":9}]}'
        $made = [DateTimeOffset]::UtcNow.ToUnixTimeSeconds()
        $signature = "t=$made,v1=" + [Convert]::ToHexString((Get-Hmac (ConvertTo-Utf8 $canary) (ConvertTo-Utf8 "$made.$body"))).ToLower()
        $received = Test-QontoWebhook $body -Signature $signature -Secret $secret -PassThru
        $received.PSObject.Properties.Value | Select-Object -Skip 1 -First 7 | Should -Be (1..7)
        $received.psobject_ | Should -Be 1
        $received.inner[0].psobject_ | Should -Be 9
    }
}

Describe '<Command> <Scheme>' -ForEach $services {
    BeforeEach { $request = New-Request $Service $Scheme }

    It 'is true of a genuine request and false of any other' {
        & $Command @request -Secret $secret | Should -BeExactly $true
        $other = New-Request $Service $Scheme
        & $Command @other -Secret (ConvertTo-SecureString 'another' -AsPlainText -Force) | Should -BeExactly $false
        foreach ($name in @($other.Keys | Where-Object { $_ -ne 'Signature' })) {
            $changed = $other.Clone()
            $changed[$name] += ' '
            & $Command @changed -Secret $secret | Should -BeExactly $false -Because $name
        }
        foreach ($signature in '', 'x', 't=1,v1=', 'sha256=', $request.Signature, $other.Signature.Substring(1)) {
            $changed = $other.Clone()
            $changed.Signature = $signature
            & $Command @changed -Secret $secret | Should -BeExactly $false -Because "'$signature'"
        }
        & $Command @other -Secret $secret | Should -BeExactly $true
    }

    It 'emits the event with -PassThru' {
        $received = & $Command @request -Secret $secret -PassThru
        if ($Service -eq 'Qard') {
            $received.event, $received.user_id | Should -Be 'DATA_SYNC_SUCCESS', "u-$($script:Number)"
        }
        else {
            $received.id, $received.name, $received.amount | Should -Be "event-$($script:Number - 1)", "$([char] 0xC9)chantillon", 12.50
            $received.amount | Should -BeOfType decimal
        }
        $received | Format-List * | Out-String | Should -Not -Match 'System\.|CompanyData\.'
    }

    if ($Service -ne 'Qard') {
        It 'takes the body as bytes' {
            $request.Body = ConvertTo-Utf8 $request.Body
            & $Command @request -Secret $secret | Should -BeTrue
        }
    }

    It 'refuses a wrong one with -PassThru by an error' {
        $request.Signature = 'sha256=wrong'
        $received = & $Command @request -Secret $secret -PassThru -ErrorAction SilentlyContinue -ErrorVariable failed
        $received | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike "${Service}WebhookRefused,*"
        $failed[0].CategoryInfo.Category | Should -Be SecurityError
        "$($failed[0])" | Should -BeLike '*signature*'
    }

    if ($IsTimed) {
        It 'refuses a stale one, and one from the future' {
            foreach ($age in 3600, -3600) {
                $stale = New-Request $Service $Scheme -Age $age
                & $Command @stale -Secret $secret | Should -BeExactly $false
                & $Command @stale -Secret $secret -Verbose 4>&1 | Out-String | Should -BeLike '*differs too much from the current time*'
                & $Command @stale -Secret $secret -PassThru -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
                "$($failed[0])" | Should -BeLike '*differs too much from the current time*'
            }
            $old = New-Request $Service $Scheme -Age 3600
            & $Command @old -Secret $secret -MaxAge 7200 | Should -BeTrue
            $young = New-Request $Service $Scheme -Age 30
            & $Command @young -Secret $secret -MaxAge 5 | Should -BeFalse
        }
    }

    if ($IsTimed) {
        It 'refuses a replay' {
            & $Command @request -Secret $secret | Should -BeTrue
            & $Command @request -Secret $secret | Should -BeExactly $false
            & $Command @request -Secret $secret -PassThru -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
            "$($failed[0])" | Should -BeLike '*already received*'
        }
    }

    if ($IsTimed) {
        It 'refuses a replay whose signature is written another way' {
            & $Command @request -Secret $secret | Should -BeTrue
            $written = "$($request.Signature) "
            if ($Scheme -eq 'business') {
                $time, $hex = $request.Signature -split ',v1='
                $written = $written, "$time,v1=$($hex.ToUpper())", "v1=$hex,$time", "$time,v1=$hex,v0=x"
            }
            foreach ($signature in $written) {
                $request.Signature = $signature
                & $Command @request -Secret $secret | Should -BeExactly $false -Because "'$signature'"
            }
        }
    }

    It 'refuses an empty secret by name' {
        { & $Command @request -Secret ([securestring]::new()) -ErrorAction SilentlyContinue } | Should -Throw -ErrorId "${Service}InvalidInput,*"
    }

    It 'shows the secret nowhere' {
        $global:Error.Clear()
        $wrong = $request.Clone()
        $wrong.Signature = 'sha256=wrong'
        $said = & {
            $VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
            & $Command @request -Secret $secret -PassThru
            & $Command @request -Secret $secret -PassThru -ErrorAction Continue
            & $Command @wrong -Secret $secret
            & $Command @wrong -Secret $secret -PassThru -ErrorAction Continue
        } *>&1
        @($said | Out-String -Width 4096; $said | Format-List * -Force | Out-String -Width 4096; $global:Error | Get-Error | Out-String -Width 4096) -join "`n" |
            Should -Not -Match $leak
    }
}

Describe 'A Qard secret' {
    It 'in Base64, as Reset-QardWebhookSecret gives it, stands for its bytes' {
        Connect-CompanyDataSandbox
        $made = Reset-QardWebhookSecret -Confirm:$false
        $made | Should -BeOfType securestring
        $text = ConvertFrom-SecureString $made -AsPlainText
        $url = "https://hooks.example.test/qard?event=DATA_SYNC_SUCCESS&date=$([DateTimeOffset]::UtcNow.ToUnixTimeSeconds())"
        $signature = 'sha256=' + [Convert]::ToBase64String((Get-Hmac ([Convert]::FromBase64String($text)) (ConvertTo-Utf8 $url)))
        Test-QardWebhook $url -Secret $made -Signature $signature | Should -BeTrue
    }
}

Describe 'An alert of Qard' {
    BeforeAll { $alert = '{"events":{"add":[{"user_id":"u-1","name":"A"},"text"],"update":[{"user_id":"u-2"}],"other":[1]},"sent":"today"}' }

    It 'is an object with what was added, removed and updated, and says that it is not signed' {
        $received = Test-QardWebhook -Body $alert -PassThru -WarningVariable warned -WarningAction SilentlyContinue
        $received.GetType().Name, $received.Count, "$received" | Should -Be 'QardAlert', 3, '2 added, 0 removed, 1 updated'
        $received.Added.UserId | Should -Be 'u-1'
        $received.Added[0].Name, $received.Added[1].Text, $received.Updated[0].UserId | Should -Be 'A', 'text', 'u-2'
        $received.Sent, "$($received.Other)" | Should -Be 'today', '1'
        "$warned" | Should -BeLike '*not signed*'
        $json = $received | ConvertTo-Json -Depth 6 | ConvertFrom-Json
        $json.Added[0].OtherFields.user_id, $json.Added[1].Text, $json.Sent | Should -Be 'u-1', 'text', 'today'
        ($received | ConvertTo-Csv | ConvertFrom-Csv).Added | Should -Be 'user_id=u-1, name=A; text'
        $shown = $received, $received.Added | Format-Table | Out-String -Width 80
        $shown + ($received, $received.Added | Format-List | Out-String -Width 80) | Should -Not -Match 'System\.|CompanyData\.|@\{'
        ($shown -split '\r?\n' | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
    }

    It 'is read from bytes, and never passes for a genuine call' {
        (Test-QardWebhook -Body (ConvertTo-Utf8 $alert) -PassThru 3>$null).Count | Should -Be 3
        (Test-QardWebhook -Body '{"\ud800":1,"events":{"\ud800":[],"add":"one"}}' -PassThru 3>$null).Added.Text | Should -Be 'one'
        Test-QardWebhook -Body $alert | Should -BeExactly $false
        Test-QardWebhook -Body $alert -Verbose 4>&1 | Out-String | Should -BeLike '*not signed*'
    }

    It 'is an error where it is none: <_>' -ForEach '', 'text', '[]', '{}', '{"events":[]}', '{"events":null}' {
        Test-QardWebhook -Body $_ -PassThru -ErrorAction SilentlyContinue -ErrorVariable failed 3>$null | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardInvalidInput,*'
    }
}

Describe 'Set-QardWebhook' {
    BeforeAll { $session = Connect-Sandbox }

    It 'sets an address for an event type, and emits nothing' {
        Set-QardWebhook DATA_SYNC_SUCCESS https://hooks.example.test/qard | Should -BeNullOrEmpty
        [pscustomobject]@{ EventType = 'DATA_SYNC_SUCCESS'; Uri = 'https://hooks.example.test/qard' } | Set-QardWebhook | Should -BeNullOrEmpty
        Get-RequestCount | Should -Be 2
    }

    It 'refuses the address <_> before any call' -ForEach 'http://hooks.example.test/', 'hooks', 'ftp://hooks.example.test/' {
        $before = Get-RequestCount
        Set-QardWebhook DATA_SYNC_SUCCESS $_ -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardInvalidInput,*'
        "$($failed[0])" | Should -BeLike '*https*'
        Get-RequestCount | Should -Be $before
    }

    It 'sends nothing with -WhatIf, nor does Reset-QardWebhookSecret' {
        $before = Get-RequestCount
        Set-QardWebhook DATA_SYNC_SUCCESS https://hooks.example.test/qard -WhatIf
        Reset-QardWebhookSecret -WhatIf | Should -BeNullOrEmpty
        Get-RequestCount | Should -Be $before
    }

    It 'tells what is sent with -Verbose' {
        "$(Set-QardWebhook DATA_SYNC_SUCCESS https://hooks.example.test/qard -Verbose 4>&1)" | Should -BeLike '*Qard: PUT webhooks/DATA_SYNC_SUCCESS*200*'
    }
}

Describe 'Reset-QardWebhookSecret' {
    It 'asks first, and gives another secret each time, as a SecureString, shown nowhere' {
        Connect-CompanyDataSandbox
        (Get-Command Reset-QardWebhookSecret).OutputType.Type | Should -Be ([securestring])
        $secrets = 1..2 | ForEach-Object { Reset-QardWebhookSecret -Confirm:$false }
        $texts = $secrets | ConvertFrom-SecureString -AsPlainText
        $texts[0] | Should -Not -Be $texts[1]
        $said = Reset-QardWebhookSecret -Confirm:$false -Verbose -Debug *>&1
        $text = $said | Where-Object { $_ -is [securestring] } | ConvertFrom-SecureString -AsPlainText
        $said | Out-String -Width 4096 | Should -Not -Match ([regex]::Escape($text))
    }
}

Describe 'New-QontoWebhook' {
    BeforeAll { Connect-CompanyDataSandbox }

    It 'makes a webhook, whose secret is shown nowhere' {
        $global:Error.Clear()
        $said = New-QontoWebhook https://hooks.example.test/qonto $secret -Verbose -Debug *>&1
        $hook = $said | Where-Object { $_.GetType().Name -eq 'QontoWebhook' }
        $hook.CallbackUrl, $hook.Enabled | Should -Be 'https://hooks.example.test/qonto', $true
        $hook.PSObject.Properties.Name | Should -Not -Contain 'Secret'
        $path = Join-Path $TestDrive 'hook.xml'
        $hook | Export-Clixml $path
        @($said | Out-String -Width 4096; $hook | Format-List * -Force | Out-String; $hook | ConvertTo-Json; $hook | ConvertTo-Csv
            $hook.GetAdditionalFields() | Out-String; Get-Content $path -Raw) -join "`n" | Should -Not -Match $leak
    }

    It 'can be switched off' {
        (New-QontoWebhook https://hooks.example.test/qonto $secret -Disabled).Enabled | Should -BeFalse
    }

    It 'sends nothing where <What>' -ForEach @(
        @{ What = 'the address is no https'; Try = { New-QontoWebhook http://hooks.example.test/ $secret } }
        @{ What = 'the address is relative'; Try = { New-QontoWebhook hooks $secret } }
        @{ What = 'the secret is empty'; Try = { New-QontoWebhook https://hooks.example.test/ ([securestring]::new()) } }
    ) {
        $before = (Get-CompanyDataSession Qonto | Get-CompanyDataUsage).Requests
        $failed = @(try { & $Try 2>&1 } catch { $_ })
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoInvalidInput,*'
        (Get-CompanyDataSession Qonto | Get-CompanyDataUsage).Requests | Should -Be $before
    }

    It 'sends nothing with -WhatIf' {
        $before = (Get-CompanyDataSession Qonto | Get-CompanyDataUsage).Requests
        New-QontoWebhook https://hooks.example.test/qonto $secret -WhatIf
        (Get-CompanyDataSession Qonto | Get-CompanyDataUsage).Requests | Should -Be $before
    }
}

Describe 'Get- and Set-QontoWebhook' {
    BeforeAll {
        Connect-CompanyDataSandbox
        $hook = New-QontoWebhook https://hooks.example.test/qonto $secret
    }

    It 'list them without their secrets' {
        $null = New-QontoWebhook https://other.example.test/ $secret -Disabled
        (Get-QontoWebhook).CallbackUrl | Should -Be 'https://hooks.example.test/qonto', 'https://other.example.test/'
        (Get-QontoWebhook https://hooks*).WebhookId | Should -Be $hook.Id
        Get-QontoWebhook | ConvertTo-Json | Should -Not -Match $leak
    }

    It 'change what is given and leave the rest' {
        $hook | Set-QontoWebhook -Enabled $false | Should -BeNullOrEmpty
        (Get-QontoWebhook https://hooks*).Enabled | Should -BeFalse
        $changed = Set-QontoWebhook $hook.Id https://hooks.example.test/new -PassThru
        $changed.CallbackUrl, $changed.Enabled | Should -Be 'https://hooks.example.test/new', $false
        $said = Set-QontoWebhook $hook.Id -Secret $secret -Verbose -Debug *>&1 | Out-String -Width 4096
        $said | Should -Not -Match $leak
        (Get-QontoWebhook https://hooks*).CallbackUrl | Should -Be 'https://hooks.example.test/new'
    }

    It 'change nothing where <What>' -ForEach @(
        @{ What = 'nothing is given'; Try = { Set-QontoWebhook w-1 } }
        @{ What = 'the address is no https'; Try = { Set-QontoWebhook w-1 http://hooks.example.test/ } }
        @{ What = 'it is -WhatIf'; Try = { Set-QontoWebhook w-1 -Enabled $true -WhatIf } }
    ) {
        $before = (Get-CompanyDataSession Qonto | Get-CompanyDataUsage).Requests
        $failed = @(try { & $Try 2>&1 } catch { $_ })
        if ($What -notlike '*-WhatIf') { $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoInvalidInput,*' }
        (Get-CompanyDataSession Qonto | Get-CompanyDataUsage).Requests | Should -Be $before
    }

    It 'say which one is not there' {
        Set-QontoWebhook no-such-id -Enabled $true -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoNotFound,*'
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*Get-QontoWebhook*'
    }
}

Describe 'Send-QontoPartnerEvent' {
    BeforeAll { Connect-CompanyDataSandbox }

    It 'tells of a registration, at the time that is given' {
        $registration = New-QontoRegistration -PartnerUser @{ first_name = 'Sacha'; last_name = 'Modele'; email = 'sacha@partner.test' } -Organization @{ legal_number = '123456789' }
        $registration | Send-QontoPartnerEvent documents_verified -OccurredAt '2026-01-31T10:00:00Z' | Should -BeNullOrEmpty
        Send-QontoPartnerEvent documents_verified no-such-id -ErrorAction SilentlyContinue -ErrorVariable failed
        "$($failed[0])" | Should -BeLike '*no such registration*'
    }

    It 'sends nothing where it is about nothing' {
        Send-QontoPartnerEvent documents_verified -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoInvalidInput,*'
    }
}
