BeforeAll {
    . "$PSScriptRoot/../Helpers.ps1"
    function ConvertTo-Secret([string] $Text) { ConvertTo-SecureString $Text -AsPlainText -Force }
    function Get-CreditroRequestCount { (Get-CompanyDataSession Creditro | Get-CompanyDataUsage).Requests }
}

Describe 'Connect-Creditro' {
    BeforeAll {
        $server = Start-Server -Body '{"items":[{"id":"c1","name":"Exemple A/S","status":"PENDING"}]}'
        $token = New-Jwt @{ customer = 'a-customer' }
    }

    AfterAll { Stop-Server $server }

    BeforeEach { $server.Requests.Clear() }

    AfterEach {
        $env:CREDITRO_API_TOKEN = $env:CREDITRO_PUBLIC_API_URL = $null
        Disconnect-Creditro
    }

    It 'takes the token <From>' -ForEach @(
        @{ From = 'as a SecureString'; Connect = { Connect-Creditro -Token (ConvertTo-Secret $token) -Uri $server.Uri } }
        @{ From = 'at position 0'; Connect = { Connect-Creditro (ConvertTo-Secret $token) -Uri $server.Uri } }
        @{ From = 'from the environment'; Connect = { $env:CREDITRO_API_TOKEN = $token; Connect-Creditro -Uri $server.Uri } }
        @{ From = 'and the address from the environment'; Connect = { $env:CREDITRO_API_TOKEN = $token; $env:CREDITRO_PUBLIC_API_URL = $server.Uri; Connect-Creditro } }
        @{ From = 'from the environment without being called'; Connect = { $env:CREDITRO_API_TOKEN = $token; $env:CREDITRO_PUBLIC_API_URL = $server.Uri } }
    ) {
        . $Connect | Should -BeNullOrEmpty
        $server.Requests | Should -BeNullOrEmpty

        (Get-CreditroKycCase).Name | Should -Be 'Exemple A/S'
        $server.Requests.Key | Should -Be $token
        $server.Requests.Path | Should -Be '/a-customer'
    }

    It 'goes to the published host by default, and -Uri goes before the environment' {
        (Connect-Creditro (ConvertTo-Secret $token) -PassThru).Uri | Should -Be 'https://api.creditro.com/'
        $env:CREDITRO_PUBLIC_API_URL = 'https://other.example.test/kyc'
        (Connect-Creditro (ConvertTo-Secret $token) -PassThru).Uri | Should -BeLike 'https://other.example.test/kyc*'
        (Connect-Creditro (ConvertTo-Secret $token) -Uri $server.Uri -PassThru).Uri | Should -Be $server.Uri
    }

    It 'asks with <Verb> where the method is <Method>' -ForEach @(
        @{ Method = 'Auto'; Verb = 'POST' }
        @{ Method = 'Post'; Verb = 'POST' }
        @{ Method = 'Get'; Verb = 'GET' }
    ) {
        Connect-Creditro (ConvertTo-Secret $token) -Uri $server.Uri -Method $Method
        $null = Get-CreditroKycCase
        $server.Requests.Method | Should -Be $Verb
    }

    It 'ends on a token that <What>, named, with nothing sent' -ForEach @(
        @{ What = 'is no JWT'; Text = 'not-a-jwt'; Word = '*not a JWT*' }
        @{ What = 'has parts that are no JSON'; Text = 'a.b.c'; Word = '*not a JWT*' }
        @{ What = 'lacks the claim'; Claim = @{ sub = 'x' }; Word = "*no claim 'customer'*" }
        @{ What = 'has an empty claim'; Claim = @{ customer = '' }; Word = "*no claim 'customer'*" }
    ) {
        $bad = $Claim ? (New-Jwt $Claim) : $Text
        $failed = { Connect-Creditro (ConvertTo-Secret $bad) -Uri $server.Uri -ErrorAction SilentlyContinue } |
            Should -Throw $Word -ErrorId 'CreditroInvalidInput,*' -PassThru
        "$failed" | Should -Not -Match ([regex]::Escape($bad))
        "$failed" | Should -Not -BeLike '*(Parameter*'
        Get-CompanyDataSession Creditro | Should -BeNullOrEmpty
        $server.Requests | Should -BeNullOrEmpty
    }

    It 'names an expired token at the first call, with nothing sent' {
        Connect-Creditro (ConvertTo-Secret (New-Jwt @{ customer = 'a-customer'; exp = [DateTimeOffset]::UtcNow.AddHours(-1).ToUnixTimeSeconds() })) -Uri $server.Uri
        { Get-CreditroKycCase -ErrorAction SilentlyContinue } | Should -Throw '*expired*' -ErrorId 'CreditroUnauthorized,*'
        $server.Requests | Should -BeNullOrEmpty
    }

    It 'says where a token can come from where there is none' {
        { Connect-Creditro -ErrorAction SilentlyContinue } | Should -Throw '*CREDITRO_API_TOKEN*' -ErrorId 'CreditroNoSession,*'
        { Get-CreditroKycCase -ErrorAction SilentlyContinue } | Should -Throw '*Connect-Creditro*' -ErrorId 'CreditroNoSession,*'
        { Get-CreditroToken -ErrorAction SilentlyContinue } | Should -Throw '*Connect-Creditro*' -ErrorId 'CreditroNoSession,*'
    }

    It 'refuses the address <_>' -ForEach 'http://api.example.test/', 'relative' {
        { Connect-Creditro (ConvertTo-Secret $token) -Uri $_ -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'CreditroInvalidInput,*'
    }
}

Describe 'Disconnect-Creditro' {
    It 'closes the session, of which nothing more is sent' {
        $session = Connect-CompanyDataSandbox -PassThru | Where-Object Service -EQ Creditro
        Disconnect-Creditro
        $session.IsOpen | Should -BeFalse
        Get-CompanyDataSession Creditro | Should -BeNullOrEmpty
        { Get-CreditroKycCase -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'CreditroNoSession,*'
        { Get-CreditroKycCase -Session $session -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'Creditro*'
        Get-CompanyDataSession Qonto | Should -Not -BeNullOrEmpty
        { Disconnect-Creditro } | Should -Not -Throw
    }
}

Describe 'Get-CreditroToken' {
    It 'tells customer, issuer and expiry, and never the token' {
        $end = [DateTimeOffset]::UtcNow.AddDays(2).ToUnixTimeSeconds()
        $jwt = New-Jwt @{ customer = 'a-customer'; iss = 'an-issuer'; exp = $end }
        Connect-Creditro (ConvertTo-Secret $jwt) -Uri 'http://127.0.0.1:9/'
        $token = Get-CreditroToken
        $token.CustomerId, $token.Issuer, $token.ExpiresAt.ToUnixTimeSeconds() | Should -Be 'a-customer', 'an-issuer', $end
        foreach ($shown in ($token | Format-List * -Force | Out-String -Width 4096), ($token | ConvertTo-Json), ($token | ConvertTo-Csv | Out-String), "$token") {
            $shown | Should -Not -Match ([regex]::Escape($jwt.Split('.')[1]))
        }
        Get-CreditroRequestCount | Should -Be 0
        Disconnect-Creditro
    }
}

Describe 'Get-CreditroKycCase' {
    BeforeAll {
        Connect-CompanyDataSandbox -SyncDuration 0.1
        $all = @(Get-CreditroKycCase)
    }

    It 'reads all cases with one request' {
        $all.Count | Should -BeGreaterThan 10
        $before = Get-CreditroRequestCount
        @(Get-CreditroKycCase).Count | Should -Be $all.Count
        Get-CreditroRequestCount | Should -Be ($before + 1)
    }

    It 'tells the request with -Verbose' {
        $said = Get-CreditroKycCase -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }
        "$said" | Should -BeLike "Creditro: POST * $([char] 0x2192) 200, 1 attempt, * ms"
    }

    It 'finds cases by -Id, and says which one is unknown' {
        $wanted = $all[1].Id, $all[3].Id
        $found = Get-CreditroKycCase -Id ($wanted + 'no-such-case') -ErrorAction SilentlyContinue -ErrorVariable failed
        $found.Id | Should -Be $wanted
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'CreditroNotFound,*'
        $failed[0].TargetObject | Should -Be 'no-such-case'
        "$($failed[0])" | Should -BeLike "*'no-such-case'*"
    }

    It 'filters by <Field> with wildcards, whatever the case' -ForEach @(
        @{ Field = 'Status'; Pattern = 'app*' }
        @{ Field = 'Risk'; Pattern = 'h?gh' }
        @{ Field = 'Name'; Pattern = '*holding*' }
    ) {
        $expected = @($all | Where-Object $Field -Like $Pattern)
        $expected.Count | Should -BeGreaterThan 0
        $expected.Count | Should -BeLessThan $all.Count
        $filter = @{ $Field = $Pattern }
        (Get-CreditroKycCase @filter).Id | Should -Be $expected.Id
    }

    It 'filters by all at once, and gives nothing where nothing fits' {
        (Get-CreditroKycCase *a* -Status P* -Risk *).Id | Should -Be ($all | Where-Object { $_.Name -like '*a*' -and $_.Status -like 'P*' }).Id
        Get-CreditroKycCase 'no such name*' | Should -BeNullOrEmpty
    }

    It 'gives every field of an item, whatever its name' {
        $server = Start-Server -Body '{"items":[{"id":"c1","name":"Exemple A/S","odd_field":7,"deep":{"list":[1,{"a":"b"}],"none":null},"flag":true}]}'
        try {
            $session = Connect-Creditro (ConvertTo-Secret (New-Jwt @{ customer = 'x' })) -Uri $server.Uri -PassThru
            $case = Get-CreditroKycCase -Session $session
            $case.OddField, $case.Flag, $case.Deep.list[0], $case.Deep.list[1].a | Should -Be 7, $true, 1, 'b'
            $case.Deep.none | Should -BeNullOrEmpty
        }
        finally {
            Stop-Server $server
            Connect-CompanyDataSandbox -SyncDuration 0.1
        }
    }

    It 'joins with dossiers on CompanyNumber' {
        $french = $all | Where-Object CompanyNumber -Match '^\d{9}$' | Select-Object -First 2
        $french | Should -HaveCount 2
        $dossiers = $french | Select-Object @{ n = 'name'; e = 'Name' }, @{ n = 'siren'; e = 'CompanyNumber' } |
            Invoke-QardCollection -DataType COMPANY_PROFILE -ErrorAction SilentlyContinue
        $dossiers.Siren | Sort-Object | Should -Be ($french.CompanyNumber | Sort-Object)
    }

    It 'ends at 403, with the service''s words' {
        $server = Start-Server -Status 403 -Body 'No Pro subscription'
        try {
            $session = Connect-Creditro (ConvertTo-Secret (New-Jwt @{ customer = 'x' })) -Uri $server.Uri -PassThru
            { Get-CreditroKycCase -Session $session -ErrorAction SilentlyContinue } | Should -Throw '*403*No Pro subscription*' -ErrorId 'CreditroUnauthorized,*'
        }
        finally {
            Stop-Server $server
            Connect-CompanyDataSandbox -SyncDuration 0.1
        }
    }

    It 'is a refused token at 401, in one request' {
        $server = Start-Server -Status 401 -Body 'no'
        try {
            $session = Connect-Creditro (ConvertTo-Secret (New-Jwt @{ customer = 'x' })) -Uri $server.Uri -PassThru
            { Get-CreditroKycCase -Session $session -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'CreditroUnauthorized,*'
            $server.Requests.Count | Should -Be 1
        }
        finally {
            Stop-Server $server
            Connect-CompanyDataSandbox -SyncDuration 0.1
        }
    }

    It 'warns once at a thousand companies in a session' {
        $items = (1..500 | ForEach-Object { "{`"id`":`"c$_`"}" }) -join ','
        $server = Start-Server -Body "{`"items`":[$items]}"
        try {
            $session = Connect-Creditro (ConvertTo-Secret (New-Jwt @{ customer = 'x' })) -Uri $server.Uri -PassThru
            $counts = 1..3 | ForEach-Object {
                $null = Get-CreditroKycCase -Session $session -WarningVariable warned -WarningAction SilentlyContinue
                $warned.Count
            }
            $counts | Should -Be 0, 1, 0
        }
        finally {
            Stop-Server $server
            Connect-CompanyDataSandbox -SyncDuration 0.1
        }
    }
}
