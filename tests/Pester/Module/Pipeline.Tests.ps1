BeforeAll {
    . "$PSScriptRoot/../Helpers.ps1"
    $key = ConvertTo-Secret 'a-key'

    # Runs a script with a session in a runspace of its own, stops it soon after its first request, and gives how that went.
    function Stop-InTime([string] $Script, $Session, $Argument) {
        $before = (Get-CompanyDataUsage $Session).Requests
        $shell = [powershell]::Create().AddScript("param(`$path, `$session, `$argument) Import-Module `$path; $Script")
        $null = $shell.AddArgument($ModulePath).AddArgument($Session).AddArgument($Argument).BeginInvoke()
        Wait-Until { (Get-CompanyDataUsage $Session).Requests -ne $before }
        Start-Sleep -Milliseconds 150

        $state = "$($shell.InvocationStateInfo.State)"
        $time = Measure-Command { $shell.Stop() }
        [pscustomobject]@{ Before = $state; After = "$($shell.InvocationStateInfo.State)"; Seconds = $time.TotalSeconds; Errors = $shell.Streams.Error.Count }
        $shell.Dispose()
    }
}

Describe 'Many inputs at once' {
    BeforeAll {
        Connect-CompanyDataSandbox -SyncDuration 0.1 -TransactionCount 350
        $shop = New-Shop
        $empty = (New-QardUser 'Vide SAS' 222222222).Id
        # The first takes four pages, the others one request each: they are ready long before their turn.
        $ids = @($shop, 'no-1', $empty, 'no-2', $shop, 'no-3', $shop)
    }

    It 'results and errors come out in the order of the input with -ThrottleLimit <_>' -ForEach 1, 2, 8 {
        $records = $ids | Get-QardCommerceTransaction -ThrottleLimit $_ -ErrorAction Continue 2>&1
        $owners = $records | ForEach-Object { if ($_ -is [Management.Automation.ErrorRecord]) { $_.TargetObject } else { $_.UserId } }
        $turns = for ($i = 0; $i -lt $owners.Count; $i++) { if ($i -eq 0 -or $owners[$i] -ne $owners[$i - 1]) { $owners[$i] } }

        $turns | Should -Be ($ids | Where-Object { $_ -ne $empty })
        $records.Count | Should -Be (3 * 350 + 3)
    }

    It 'the objects of each input keep their own order' {
        $alone = (Get-QardCommerceTransaction $shop).Id
        $together = $shop, $shop, $shop | Get-QardCommerceTransaction -ThrottleLimit 3
        $together.Id | Should -Be ($alone + $alone + $alone)
    }

    It 'they run side by side, and no more than the limit' {
        $session = Connect-Sandbox -Latency 1
        function Get-Duration([int] $Count, [int] $Limit) {
            (Measure-Command { 1..$Count | Get-QardUser -Session $session -ThrottleLimit $Limit -ErrorAction SilentlyContinue }).TotalSeconds
        }
        # A timer may fire a little early; one request too many side by side would save a whole second.
        Get-Duration 2 1 | Should -BeGreaterOrEqual 1.9
        Get-Duration 7 3 | Should -BeGreaterOrEqual 2.9
        # One after another they would take two minutes, however idle the machine is.
        Get-Duration 120 120 | Should -BeLessThan $Soon
    }

    It 'they go on while the next command is busy with the first result, but not without end' {
        $session = Connect-Sandbox -Latency 0.05
        $ids = @((New-QardUser 'Exemple SAS' 333333333 -Session $session).Id) * 40
        $before = (Get-CompanyDataUsage $session).Requests
        $sent = $ids | Get-QardUser -Session $session -ThrottleLimit 2 | ForEach-Object -Begin { $number = 0 } -Process {
            if (++$number -eq 1) {
                Wait-Until { (Get-CompanyDataUsage $session).Requests - $before -gt 3 }
                Start-Sleep -Milliseconds 500
                (Get-CompanyDataUsage $session).Requests - $before
            }
        }
        $sent | Should -BeGreaterThan 3
        $sent | Should -BeLessThan 10
    }

    It 'reads run four at a time by default, changes one by one' {
        $null = Connect-Sandbox -Latency 1
        $reads = (Measure-Command { 1..4 | Get-QardUser -ErrorAction SilentlyContinue }).TotalSeconds
        $changes = (Measure-Command { 1..4 | Set-QardUser -Name x -ErrorAction SilentlyContinue }).TotalSeconds
        # A timer may fire a little early; one after another takes four seconds at least.
        $reads | Should -BeLessThan 3.9
        $changes | Should -BeGreaterOrEqual 3.9
    }

    It '-ThrottleLimit <_> is refused' -ForEach 0, -1, 10001 {
        { Get-QardUser -ThrottleLimit $_ } | Should -Throw -ErrorId 'ParameterArgumentValidationError*'
    }

    It 'faults make nothing twice, lose nothing and change no order' {
        Connect-CompanyDataSandbox -FaultRate 0.25 -Seed 8
        $rows = 1..6 | ForEach-Object { New-Row (100000000 + $_) }
        $users = $rows | New-QardUser -ThrottleLimit 6 -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed | ForEach-Object { $_.FullyQualifiedErrorId | Should -BeLike 'QardOutcomeUnknown,*' }
        $users.Siren | Should -Be ($rows.siren | Where-Object { $_ -notin $failed.TargetObject })
        $users.Count | Should -BeGreaterThan 3
        (Get-Usage).Retries | Should -BeGreaterThan 0
        (Get-QardUser).Siren | Sort-Object | Should -Be $users.Siren
    }
}

Describe 'Streaming' {
    BeforeAll {
        Connect-CompanyDataSandbox -SyncDuration 0.1 -TransactionCount 3000
        $shop = New-Shop
    }

    It 'the first object arrives long before the last page' {
        $before = Get-RequestCount
        $seen = 0
        Get-QardCommerceTransaction $shop | ForEach-Object { if (-not $seen) { $seen = (Get-RequestCount) - $before } }
        $seen | Should -BeGreaterThan 0
        $seen | Should -BeLessThan 15
        (Get-RequestCount) - $before | Should -Be 30
    }

    It 'Select-Object -First 3 stops the requests' {
        $before = Get-RequestCount
        $three = Get-QardCommerceTransaction $shop | Select-Object -First 3
        $three | Should -HaveCount 3
        Start-Sleep -Milliseconds 150
        $sent = (Get-RequestCount) - $before
        $sent | Should -BeLessThan 15
        Start-Sleep -Milliseconds 150
        (Get-RequestCount) - $before | Should -Be $sent
    }

    It 'Select-Object -First 3 of many inputs stops the requests' {
        $before = Get-RequestCount
        $three = @($shop) * 500 | Get-QardUser -ThrottleLimit 4 | Select-Object -First 3
        $three | Should -HaveCount 3
        (Get-RequestCount) - $before | Should -BeLessThan 30
    }

    It 'a reader that is slow holds the requests back' {
        $before = Get-RequestCount
        $sent = Get-QardCommerceTransaction $shop | ForEach-Object -Begin { $read = 0 } { if (++$read -eq 20) { (Get-RequestCount) - $before } elseif ($read -lt 20) { Start-Sleep -Milliseconds 10 } }
        $sent | Should -BeLessThan 15
    }

    It 'stops where the pipeline ends by an error of another command' {
        $before = Get-RequestCount
        { Get-QardCommerceTransaction $shop | ForEach-Object { throw 'enough' } } | Should -Throw 'enough'
        (Get-RequestCount) - $before | Should -BeLessThan 15
    }
}

Describe 'Ctrl+C' {
    It 'ends at once <Where>' -ForEach @(
        @{ Where = 'in a wait for a sync'; Sandbox = @{ SyncDuration = 0.1 }; Script = '$argument | Wait-QardSync -Session $session'; Prepare = { New-Connection 000000004 | Start-QardSync } }
        @{ Where = 'in a wait for consent'; Sandbox = @{}; Script = '$argument | Wait-QardDataConnection -Session $session'; Prepare = { Enable-QardProvider stripe; New-QardUser 'Exemple SAS' 123456789 | New-QardDataConnection -ProviderName stripe -DataType COMMERCE_ORDER } }
        @{ Where = 'in a retry delay'; Sandbox = @{ FaultRate = 1 }; Script = 'Get-QardUser x -Session $session'; Prepare = { } }
        @{ Where = 'in a slow read'; Sandbox = @{ Latency = 300 }; Script = 'Get-QardUser x -Session $session'; Prepare = { } }
        @{ Where = 'in many slow reads'; Sandbox = @{ Latency = 300 }; Script = '1..1000 | Get-QardUser -Session $session -ThrottleLimit 64'; Prepare = { } }
        @{ Where = 'in a slow create'; Sandbox = @{ Latency = 300 }; Script = 'New-QardUser x 123456789 -Session $session'; Prepare = { } }
        @{ Where = 'in a collection'; Sandbox = @{ SyncDuration = 600 }; Script = '1..9 | ForEach-Object { [pscustomobject]@{ siren = "$_" * 9; name = "n" } } | Invoke-QardCollection -Session $session'; Prepare = { } }
        @{ Where = 'in the middle of a pipeline'; Sandbox = @{ Latency = 300 }; Script = '1..9 | Get-QardUser -Session $session | Get-QardCompanyProfile -Session $session | ForEach-Object { $_ }'; Prepare = { } }
    ) {
        $session = Connect-Sandbox @Sandbox
        $stopped = Stop-InTime -Script $Script -Session $session -Argument (& $Prepare)

        $stopped.Before, $stopped.After | Should -Be 'Running', 'Stopped'
        $stopped.Seconds | Should -BeLessThan $Soon
        $stopped.Errors | Should -Be 0
        $sent = (Get-CompanyDataUsage $session).Requests
        Start-Sleep -Milliseconds 100
        (Get-CompanyDataUsage $session).Requests | Should -Be $sent
        $session.IsOpen | Should -BeTrue
    }

    It 'ends at once in a read of a server that never answers' {
        $server = Start-Server -Status 0
        try {
            $session = Connect-Qard $key -Uri $server.Uri -PassThru
            $stopped = Stop-InTime 'Get-QardProfile -Session $session' $session
            $stopped.Before, $stopped.After | Should -Be 'Running', 'Stopped'
            $stopped.Seconds | Should -BeLessThan $Soon
        }
        finally {
            Stop-Server $server
        }
    }
}

Describe 'A whole collection in each runspace: <Where>' -ForEach @(
    @{
        Where = 'ForEach-Object -Parallel'
        Run   = {
            1..4 | ForEach-Object -Parallel {
                Import-Module $using:ModulePath
                Connect-CompanyDataSandbox -SyncDuration 0.1
                $_ | ForEach-Object { [pscustomobject]@{ siren = "$_" * 9; name = "Exemple $_" } } | Invoke-QardCollection
            } -ThrottleLimit 4
        }
    }
    @{
        Where = 'Start-ThreadJob'
        Run   = {
            1..4 | ForEach-Object {
                Start-ThreadJob {
                    Import-Module $using:ModulePath
                    Connect-CompanyDataSandbox -SyncDuration 0.1
                    Invoke-QardCollection "Exemple $using:_" ("$using:_" * 9)
                }
            } | Receive-Job -Wait -AutoRemoveJob
        }
    }
) {
    It 'ends, and every dossier is complete' {
        $time = Measure-Command { $dossiers = . $Run }
        $dossiers.Siren | Sort-Object | Should -Be '111111111', '222222222', '333333333', '444444444'
        $dossiers.Status | Select-Object -Unique | Should -Be 'Complete'
        $time.TotalSeconds | Should -BeLessThan (4 * $Soon)
    }
}

Describe 'A session that is closed under a running command' {
    It '<What> says so and ends' -ForEach @(
        @{ What = 'a wait'; Run = { param($path, $session, $sync) $ErrorActionPreference = 'Stop'; Import-Module $path; $sync | Wait-QardSync -Session $session } }
        @{ What = 'a collection'; Run = {
            param($path, $session)
            $ErrorActionPreference = 'Stop'
            Import-Module $path
            '000000004', '000000001', '000000003' | ForEach-Object { [pscustomobject]@{ siren = $_; name = 'Exemple' } } | Invoke-QardCollection -ThrottleLimit 1 -Session $session
        } }
    ) {
        $session = Connect-CompanyDataSandbox -SyncDuration 0.1 -PassThru | Where-Object Service -EQ Qard
        $sync = New-Connection 000000004 | Start-QardSync
        $before = Get-RequestCount
        $shell = [powershell]::Create().AddScript($Run).AddArgument($ModulePath).AddArgument($session).AddArgument($sync)
        $running = $shell.BeginInvoke()
        while (($session | Get-CompanyDataUsage).Requests -lt $before + 2) { Start-Sleep -Milliseconds 20 }
        Disconnect-Qard

        { $shell.EndInvoke($running) } | Should -Throw '*the session was closed*'
        $shell.InvocationStateInfo.Reason.ErrorRecord.FullyQualifiedErrorId | Should -BeLike 'QardSessionClosed,*'
        $shell.Dispose()
    }
}

Describe '-Verbose' {
    It 'gives one line per request: method, path, status, attempts, ms' {
        Connect-CompanyDataSandbox -SyncDuration 0.1
        $connection = New-Connection
        $lines = Get-QardUser -Siren 123456789 -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }
        $lines | Should -HaveCount 1
        $lines[0] | Should -Match '^Qard: GET users\?page=1&per_page=100&siren=123456789 \u2192 200, 1 attempt, \d+ ms$'

        $before = Get-RequestCount
        $lines = $connection | Start-QardSync -Verbose -Confirm:$false 4>&1 | Where-Object { "$_" -match '\u2192' }
        $lines.Count | Should -Be ((Get-RequestCount) - $before)
        $lines[-1] | Should -Match "^Qard: POST users/$($connection.UserId)/sync \u2192 200, 1 attempt, \d+ ms$"
    }

    It 'counts the attempts of a request, and says so where no answer came' {
        $server = Start-Server -Status 503
        Connect-Qard $key -Uri $server.Uri -MaxRetry 1
        Get-QardProfile -Verbose -ErrorAction SilentlyContinue 4>&1 | Should -Match '^Qard: GET profile \u2192 503, 2 attempts, \d+ ms$'
        Stop-Server $server
        Connect-Qard $key -Uri $server.Uri -MaxRetry 0
        Get-QardProfile -Verbose -ErrorAction SilentlyContinue 4>&1 | Should -Match '^Qard: GET profile \u2192 no response, 1 attempt, \d+ ms$'
    }

    It 'is quiet without it' {
        Connect-CompanyDataSandbox
        Get-QardProfile 4>&1 | Should -HaveCount 1
    }
}

Describe 'Progress' {
    It 'is shown by what lasts longer than a second, and taken away' {
        Connect-CompanyDataSandbox -SyncDuration 0.1
        $sync = New-Connection 000000004 | Start-QardSync
        $shell = [powershell]::Create().AddScript({
            param($path, $session, $sync)
            Import-Module $path
            $sync | Wait-QardSync -Session $session -Timeout 1.5 -ErrorAction SilentlyContinue
        }).AddArgument($ModulePath).AddArgument((Get-CompanyDataSession Qard)).AddArgument($sync)
        $null = $shell.Invoke()
        $shown = @($shell.Streams.Progress | Where-Object Activity -EQ 'Wait-QardSync')
        $shown.Count | Should -BeGreaterThan 1
        $shown[0].CurrentOperation | Should -BeLike '*0 of 2*'
        $shown[-1].RecordType | Should -Be Completed
    }

    It 'is not shown by what is quick' {
        Connect-CompanyDataSandbox
        $shell = [powershell]::Create().AddScript('param($path, $session) Import-Module $path; Get-QardProfile -Session $session')
        $null = $shell.AddArgument($ModulePath).AddArgument((Get-CompanyDataSession Qard)).Invoke()
        $shell.Streams.Progress | Where-Object Activity -EQ 'Get-QardProfile' | Should -BeNullOrEmpty
    }
}

Describe '-ErrorAction' {
    BeforeAll {
        Connect-CompanyDataSandbox
        $user = New-QardUser 'Exemple SAS' 123456789
        $ids = @($user.Id, 'no-such-id', $user.Id)
    }

    It 'Stop ends at the first error, with what came before it' {
        $found = [Collections.ArrayList]::new()
        { $ids | Get-QardUser -ErrorAction Stop | ForEach-Object { $null = $found.Add($_) } } | Should -Throw '*no-such-id*' -ErrorId 'QardNotFound,*'
        $found | Should -HaveCount 1
    }

    It '$ErrorActionPreference Stop does the same' {
        { & { $ErrorActionPreference = 'Stop'; $ids | Get-QardUser } } | Should -Throw -ErrorId 'QardNotFound,*'
    }

    It '<_> goes on' -ForEach 'SilentlyContinue', 'Ignore', 'Continue' {
        ($ids | Get-QardUser -ErrorAction $_ 2>$null) | Should -HaveCount 2
    }
}

Describe 'An error' {
    It 'from the service: HTTP <Status> is <Id>' -ForEach @(
        @{ Status = 400; Id = 'QardInvalid'; Category = 'InvalidData' }
        @{ Status = 404; Id = 'QardNotFound'; Category = 'ObjectNotFound' }
        @{ Status = 409; Id = 'QardConflict'; Category = 'ResourceExists' }
        @{ Status = 422; Id = 'QardInvalid'; Category = 'InvalidData' }
        @{ Status = 429; Id = 'QardRateLimited'; Category = 'LimitsExceeded' }
        @{ Status = 500; Id = 'QardServerError'; Category = 'ResourceUnavailable' }
        @{ Status = 503; Id = 'QardServerError'; Category = 'ResourceUnavailable' }
    ) {
        $server = Start-Server -Status $Status -Body '{"error_code":"A_CODE","error_message":"Some words."}' -Header @{ 'X-Request-Id' = 'request-7' }
        try {
            Connect-Qard $key -Uri $server.Uri -MaxRetry 0
            Get-QardUser 'some-id' -ErrorAction SilentlyContinue -ErrorVariable failed
        }
        finally {
            Stop-Server $server
        }

        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $failed[0].CategoryInfo.Category | Should -Be $Category
        $failed[0].TargetObject | Should -Be 'some-id'
        "$($failed[0])" | Should -BeLike '*read the user (some-id)*Some words*A_CODE*request-7*'
        $exception = $failed[0].Exception
        $exception.Service, $exception.Operation, $exception.Subject | Should -Be 'Qard', 'read the user', 'some-id'
        [int] $exception.StatusCode | Should -Be $Status
        $exception.ProviderCode, $exception.ProviderMessage, $exception.RequestId | Should -Be 'A_CODE', 'Some words.', 'request-7'
        $exception.Attempts | Should -Be 1
        $exception.BodyExtract | Should -BeLike '*Some words.*'
        $exception.OutcomeUnknown | Should -BeFalse
    }

    It 'for an answer that cannot be read: <What>' -ForEach @(
        @{ What = 'an empty 200'; Body = ''; Says = '*empty*' }
        @{ What = 'HTML'; Body = '<html><body>Please log in</body></html>'; Says = '*Please log in*' }
        @{ What = 'JSON that is cut off'; Body = '{"id":"1","name":"Ex'; Says = '*cannot be read*' }
        @{ What = 'null'; Body = 'null'; Says = '*' }
    ) {
        $server = Start-Server -Body $Body
        try {
            Connect-Qard $key -Uri $server.Uri -MaxRetry 0
            Get-QardUser 'some-id' -ErrorAction SilentlyContinue -ErrorVariable failed
        }
        finally {
            Stop-Server $server
        }

        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardInvalidResponse,*'
        $failed[0].CategoryInfo.Category | Should -Be ProtocolError
        "$($failed[0])" | Should -BeLike $Says
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*address*'
    }

    It 'of a create whose outcome nobody knows says so, and the create is not repeated' {
        $server = Start-Server -Status 500
        try {
            Connect-Qard $key -Uri $server.Uri -MaxRetry 3
            New-QardUser -FirstName Camille -LastName Exemple -ErrorAction SilentlyContinue -ErrorVariable failed
        }
        finally {
            Stop-Server $server
        }

        $server.Requests | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardOutcomeUnknown,*'
        $failed[0].TargetObject | Should -Be 'Camille Exemple'
        $failed[0].Exception.OutcomeUnknown | Should -BeTrue
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike "*Get-QardUser*'Camille Exemple'*"
    }

    It 'where nobody listens is of the network' {
        $server = Start-Server
        Stop-Server $server
        Connect-Qard $key -Uri $server.Uri -MaxRetry 0
        Get-QardProfile -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QardNetwork,*'
        $failed[0].CategoryInfo.Category | Should -Be ConnectionError
    }
}
