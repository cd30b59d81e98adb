BeforeAll {
    . "$PSScriptRoot/../Helpers.ps1"
    $key = ConvertTo-Secret 'a-key'
}

Describe 'Connect-Qard' {
    BeforeEach { $server = Start-Server -Body '{"name":"Somebody"}' }

    AfterEach {
        Stop-Server $server
        $env:QARD_API_KEY = $env:QARD_API_URL = $null
        Disconnect-Qard
    }

    It 'takes the key <From>' -ForEach @(
        @{ From = 'as a SecureString'; Connect = { Connect-Qard -ApiKey $key -Uri $server.Uri } }
        @{ From = 'at position 0'; Connect = { Connect-Qard $key -Uri $server.Uri } }
        @{ From = 'as the password of a credential'; Connect = { Connect-Qard -Credential ([pscredential]::new('nobody', $key)) -Uri $server.Uri } }
        @{ From = 'from the environment'; Connect = { $env:QARD_API_KEY = 'a-key'; Connect-Qard -Uri $server.Uri } }
        @{ From = 'and the address from the environment'; Connect = { $env:QARD_API_KEY = 'a-key'; $env:QARD_API_URL = $server.Uri; Connect-Qard } }
        @{ From = 'from the environment without being called'; Connect = { $env:QARD_API_KEY = 'a-key'; $env:QARD_API_URL = $server.Uri } }
    ) {
        . $Connect | Should -BeNullOrEmpty

        (Get-QardProfile).Name | Should -Be 'Somebody'
        $server.Requests.Key | Should -Be 'a-key'
    }

    It 'sends nothing by itself' {
        Connect-Qard $key -Uri $server.Uri
        Get-RequestCount | Should -Be 0
        $server.Requests | Should -BeNullOrEmpty
    }

    It 'goes to the real service by default' {
        (Connect-Qard $key -PassThru).Uri | Should -Be 'https://api.qardfinance.com/api/v6/'
    }

    It 'emits the session with -PassThru' {
        $session = Connect-Qard $key -Uri $server.Uri -PassThru
        $session.Service, $session.Uri, $session.IsOpen, $session.IsSandbox | Should -Be 'Qard', $server.Uri, $true, $false
        Get-CompanyDataSession Qard | Should -Be $session
    }

    It 'refuses the address <Uri>' -ForEach @(
        @{ Uri = 'http://api.example.test/api/v6'; Word = '*https*' }
        @{ Uri = 'http://127.0.0.1.example.test/'; Word = '*https*' }
        @{ Uri = 'api/v6'; Word = '*absolute*' }
        @{ Uri = 'ftp://127.0.0.1/'; Word = '*https*' }
    ) {
        { Connect-Qard $key -Uri $Uri -ErrorAction SilentlyContinue } | Should -Throw $Word -ErrorId 'QardInvalidInput*'
        Get-CompanyDataSession Qard | Should -BeNullOrEmpty
    }

    It 'refuses the address <Url> of the environment, named' -ForEach @(
        @{ Url = 'api/v6'; Word = '*QARD_API_URL*' }
        @{ Url = 'http://api.example.test/'; Word = '*https*' }
    ) {
        $env:QARD_API_KEY = 'a-key'
        $env:QARD_API_URL = $Url
        { Connect-Qard -ErrorAction SilentlyContinue } | Should -Throw $Word -ErrorId 'QardInvalidInput*'
        { Get-QardProfile -ErrorAction SilentlyContinue } | Should -Throw $Word -ErrorId 'QardInvalidInput*'
    }

    It 'says where a key can come from where there is none' {
        { Connect-Qard -ErrorAction SilentlyContinue } | Should -Throw '*QARD_API_KEY*' -ErrorId 'QardNoSession*'
    }

    It 'refuses an empty key' {
        { Connect-Qard ([securestring]::new()) -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'QardInvalidInput*'
    }

    It 'gives an attempt no longer than -TimeoutSec' {
        $silent = Start-Server -Status 0
        try {
            Connect-Qard $key -Uri $silent.Uri -TimeoutSec 1 -MaxRetry 0
            $time = Measure-Command { Get-QardProfile -ErrorAction SilentlyContinue -ErrorVariable failed }

            $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardTimeout,*'
            $failed[0].CategoryInfo.Category | Should -Be OperationTimeout
            $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*-TimeoutSec of Connect-Qard*'
            $time.TotalSeconds | Should -BeGreaterThan 0.9
            $time.TotalSeconds | Should -BeLessThan $Soon
        }
        finally {
            Stop-Server $silent
        }
    }

    It 'tries <_> times more with -MaxRetry <_>' -ForEach 0, 1 {
        $failing = Start-Server -Status 500 -Body '{"message":"sorry"}'
        try {
            Connect-Qard $key -Uri $failing.Uri -MaxRetry $_
            Get-QardProfile -ErrorAction SilentlyContinue -ErrorVariable failed

            $failing.Requests.Count | Should -Be ($_ + 1)
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardServerError,*'
            $failed[0].Exception.Attempts | Should -Be ($_ + 1)
            $usage = Get-Usage
            $usage.Requests, $usage.Retries | Should -Be ($_ + 1), $_
        }
        finally {
            Stop-Server $failing
        }
    }
}

Describe 'A refused key' {
    BeforeEach {
        $server = Start-Server -Status 401 -Body '{"error_code":"UNAUTHORIZED","error_message":"No."}'
        Connect-Qard $key -Uri $server.Uri
    }

    AfterEach { Stop-Server $server }

    It 'ends the command after one request' {
        $refused = { Get-QardProfile -ErrorAction SilentlyContinue } | Should -Throw '*key*' -ErrorId 'QardUnauthorized,*' -PassThru
        $refused.CategoryInfo.Category | Should -Be AuthenticationError
        $refused.ErrorDetails.RecommendedAction | Should -BeLike '*Connect-Qard*'
        $server.Requests.Count | Should -Be 1
    }

    It 'ends the pipeline, whatever is still to come' {
        { 1..100 | Get-QardUser -ThrottleLimit 1 -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'QardUnauthorized,*'
        $server.Requests.Count | Should -Be 1
    }

    It 'starts none that waits behind those side by side' {
        { 1..100 | Get-QardUser -ThrottleLimit 8 -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'QardUnauthorized,*'
        $server.Requests.Count | Should -BeLessOrEqual 8
    }
}

Describe 'No session' {
    BeforeAll { Disconnect-Qard }

    It '<_> says Connect-Qard' -ForEach @(
        'Get-QardProfile', 'Get-QardProvider', 'Enable-QardProvider x', 'Disable-QardProvider x', 'Set-QardProvider x -AutoConnect $true'
        'Set-QardProviderCredential x @{ a = 1 }', 'Set-GoCardlessCredential x $key', 'New-QardUser x 123456789', 'Get-QardUser'
        'Set-QardUser x -Name y', 'Remove-QardUser x -Confirm:$false', 'New-QardDataConnection x', 'Get-QardDataConnection x'
        'Set-QardDataConnection x y -Disconnect', 'Remove-QardDataConnection x y -Confirm:$false', 'Wait-QardDataConnection x y'
        'Start-QardSync x', 'Get-QardSync x', 'Wait-QardSync x', 'Get-QardCompanyProfile x', 'Get-QardCompanyOfficer x'
        'Get-QardBeneficialOwner x', 'Get-QardCommerceTransaction x', 'Get-QardCommerceSubscription x'
        'Get-QardCommerceTransactionInsight x', 'Get-QardCommerceSubscriptionInsight x', 'Get-QardData x ACT', 'Save-QardFile x', 'Get-QardConformityCheck x'
        'Get-QardNotification', 'Add-QardTaxReturnFile x y.pdf -ClosingDate 2023-12-31 -Type C', 'Get-QardTaxReturnInput x', 'Wait-QardTaxReturnInput x y'
        'Set-QardWebhook DATA_SYNC_SUCCESS https://example.test/', 'Reset-QardWebhookSecret -Confirm:$false'
        'Invoke-QardCollection -Siren 123456789', 'Grant-CompanyDataSandboxConsent -UserId x -ConnectionId y -RedirectUrl https://sandbox.test/'
    ) {
        $none = { & ([scriptblock]::Create("$_ -ErrorAction SilentlyContinue")) } |
            Should -Throw '*Connect-Qard*' -ErrorId 'QardNoSession,*' -PassThru
        $none.CategoryInfo.Category | Should -Be ConnectionError
        $none.ErrorDetails.RecommendedAction | Should -BeLike '*Connect-Qard*'
    }

    It 'Set-CompanyDataSandboxCompany says Connect-CompanyDataSandbox' {
        { Set-CompanyDataSandboxCompany 123456789 } | Should -Throw '*Connect-CompanyDataSandbox*' -ErrorId 'SandboxInvalidInput,*'
    }

    It 'is asked for by every command that calls the service' {
        $asked = (Get-Command *Qard*, *GoCardless*, *Sandbox* -Module CompanyData | Where-Object { $_.Parameters.ContainsKey('Session') -and $_.Name -notlike '*-CompanyDataUsage' }).Name
        $tried = [regex]::Matches((Get-Content $PSCommandPath -Raw), "'(\w+-\w+)").ForEach({ $_.Groups[1].Value })
        $asked | Where-Object { $_ -notin $tried -and $_ -ne 'Disconnect-Qard' } | Should -BeNullOrEmpty
    }
}

Describe 'Disconnect-Qard' {
    It 'closes the default session' {
        $session = Connect-Sandbox
        Disconnect-Qard

        Get-CompanyDataSession Qard | Should -BeNullOrEmpty
        $session.IsOpen | Should -BeFalse
        { Get-QardProfile -Session $session } | Should -Throw '*Connect-Qard*' -ErrorId 'QardNoSession,*'
    }

    It 'closes the sessions that are piped in, and no other' {
        $first = Connect-Sandbox
        $second = Connect-Sandbox
        $first | Disconnect-Qard

        $first.IsOpen, $second.IsOpen | Should -Be $false, $true
        Get-CompanyDataSession Qard | Should -Be $second
    }

    It 'is quiet where there is none' {
        Disconnect-Qard
        Disconnect-Qard
    }
}

Describe 'Get-CompanyDataSession' {
    BeforeAll { $session = Connect-Sandbox }

    It 'finds <_>' -ForEach 'Qard', 'qard', 'Qa*', '*ard' {
        Get-CompanyDataSession $_ | Should -Be $session
    }

    It 'finds nothing of another service' {
        Get-CompanyDataSession Z* | Should -BeNullOrEmpty
    }
}

Describe 'Get-CompanyDataUsage' {
    BeforeEach { $session = Connect-Sandbox }

    It 'counts requests and bytes' {
        Get-RequestCount | Should -Be 0
        $null = Get-QardProfile
        $null = Get-QardProvider

        $usage = Get-Usage
        $usage.Service, $usage.Requests, $usage.Retries, $usage.Throttles | Should -Be 'Qard', 2, 0, 0
        $usage.Bytes | Should -BeGreaterThan 1000
        $usage.Uri | Should -Be $session.Uri
    }

    It 'counts throttles' {
        $server = Start-Server -Status 429 -Header @{ 'Retry-After' = '0' }
        try {
            Connect-Qard $key -Uri $server.Uri -MaxRetry 1
            Get-QardProfile -ErrorAction SilentlyContinue -ErrorVariable failed

            $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardRateLimited,*'
            $usage = Get-Usage
            $usage.Requests, $usage.Retries, $usage.Throttles | Should -Be 2, 1, 2
        }
        finally {
            Stop-Server $server
        }
    }

    It 'counts each session apart, by pipeline and by parameter' {
        $other = Connect-Sandbox
        $null = Get-QardProfile -Session $session

        ($session, $other | Get-CompanyDataUsage).Requests | Should -Be 1, 0
        (Get-CompanyDataUsage -Session $session, $other).Requests | Should -Be 1, 0
        (Get-Usage).Requests | Should -Be 0
    }
}

Describe 'Connect-CompanyDataSandbox' {
    It 'makes a new, empty world each time, the same from the same seed' {
        $ids = foreach ($seed in 1, 1, 2) {
            Connect-CompanyDataSandbox -Seed $seed
            Get-QardUser | Should -BeNullOrEmpty
            (New-QardUser 'Exemple SAS' 123456789).Id
        }

        $ids[0] | Should -Be $ids[1]
        $ids[0] | Should -Not -Be $ids[2]
    }

    It 'takes -Latency in <Form>' -ForEach @(
        @{ Form = 'seconds'; Value = 0.2 }
        @{ Form = 'seconds as text'; Value = '0.2' }
        @{ Form = 'a TimeSpan'; Value = [timespan]::FromSeconds(0.2) }
    ) {
        Connect-CompanyDataSandbox -Latency $Value
        (Measure-Command { Get-QardProfile }).TotalSeconds | Should -BeGreaterOrEqual 0.19
    }

    It 'refuses a -FaultRate of <_>' -ForEach -0.1, 1.1 {
        { Connect-CompanyDataSandbox -FaultRate $_ } | Should -Throw
    }
}

Describe 'The default session' {
    BeforeEach { $session = Connect-Sandbox }

    It 'is another in each runspace' {
        $theirs = [powershell]::Create().AddScript({
            param($path)
            Import-Module $path
            Get-CompanyDataSession
            Connect-CompanyDataSandbox -PassThru | Where-Object Service -EQ Qard
        }).AddArgument($ModulePath).Invoke()

        $theirs.Count | Should -Be 1
        $theirs[0] | Should -Not -Be $session
        Get-CompanyDataSession Qard | Should -Be $session
    }

    It 'outlives another import of the module' {
        Import-Module $ModulePath -Force
        (Get-CompanyDataSession Qard).Uri | Should -Be $session.Uri
        (Get-QardProfile).Name | Should -Be 'Sandbox'
    }

    It 'is overridden by -Session' {
        $other = Connect-Sandbox
        $null = New-QardUser 'Exemple SAS' 123456789 -Session $session

        Get-QardUser -Session $other | Should -BeNullOrEmpty
        (Get-QardUser -Session $session).Name | Should -Be 'Exemple SAS'
        Get-CompanyDataSession Qard | Should -Be $other
    }
}

Describe '-Session in <Where>' -ForEach @(
    @{
        Where = 'ForEach-Object -Parallel'
        Run   = {
            1..8 | ForEach-Object -Parallel {
                Import-Module $using:ModulePath
                (Get-QardUser -Session $using:session).Name
            } -ThrottleLimit 4
        }
    }
    @{
        Where = 'Start-ThreadJob'
        Run   = {
            1..8 | ForEach-Object {
                Start-ThreadJob { Import-Module $using:ModulePath; (Get-QardUser -Session $using:session).Name }
            } | Receive-Job -Wait -AutoRemoveJob
        }
    }
    @{
        Where = 'a runspace pool'
        Run   = {
            $state = [initialsessionstate]::CreateDefault2()
            $state.ImportPSModule($ModulePath)
            $pool = [runspacefactory]::CreateRunspacePool(1, 4, $state, $Host)
            $pool.Open()
            $shells = 1..8 | ForEach-Object {
                $shell = [powershell]::Create().AddScript('param($session) (Get-QardUser -Session $session).Name').AddArgument($session)
                $shell.RunspacePool = $pool
                @{ Shell = $shell; Run = $shell.BeginInvoke() }
            }
            $shells.ForEach({ $_.Shell.EndInvoke($_.Run); $_.Shell.Dispose() })
            $pool.Dispose()
        }
    }
) {
    It 'works, and deadlocks nowhere' {
        $session = Connect-Sandbox -Latency 0.05
        $null = New-QardUser 'Exemple SAS' 123456789

        $names = . $Run
        $names | Should -Be (@('Exemple SAS') * 8)
        (Get-CompanyDataUsage $session).Requests | Should -Be 10
    }
}

Describe 'Connect-CompanyDataSandbox -MaxRequestsPerSecond' {
    It 'keeps the pace' {
        Connect-CompanyDataSandbox -MaxRequestsPerSecond 10
        $time = Measure-Command { 1..6 | ForEach-Object { Get-QardProfile } | Out-Null }
        $time.TotalSeconds | Should -BeGreaterThan 0.4
    }

    It 'is refused where it is not a pace' {
        { Connect-Qard (ConvertTo-Secret 'a-key') -Uri http://127.0.0.1:1/ -MaxRequestsPerSecond 0 } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }
}
