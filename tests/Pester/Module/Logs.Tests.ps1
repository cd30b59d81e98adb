# What is said aside: the streams, and the audit log.
BeforeAll {
    . "$PSScriptRoot/../Powens/PowensHelpers.ps1"
    $canary = "canary-$(New-Guid)"
    $key = ConvertTo-Secret $canary
    $log = Join-Path $TestDrive 'audit.jsonl'
    function Get-Line { Get-Content $log | ConvertFrom-Json }
}

Describe 'The verbose stream' {
    BeforeAll { Connect-CompanyDataSandbox }

    It 'has a line for each request' {
        $said = New-QardUser 'Exemple SAS' 123456789 -Verbose 4>&1
        @($said -match '^Qard: POST ').Count | Should -Be 1
        $said[-1].Name | Should -Be 'Exemple SAS'
    }

    It 'follows the preference, and -Verbose:$false' {
        $VerbosePreference = 'Continue'
        @(Get-QardProfile 4>&1) | Should -HaveCount 2
        @(Get-QardProfile -Verbose:$false 4>&1) | Should -HaveCount 1
    }

    It 'is silent otherwise' { @(Get-QardProfile *>&1) | Should -HaveCount 1 }
}

Describe 'The debug stream' {
    It 'shows what was sent and what came, without people and money' {
        Connect-CompanyDataSandbox
        $said = New-QardUser -FirstName Camille -LastName Exemple -Debug 5>&1
        $lines = @($said | Where-Object { $_ -is [Management.Automation.DebugRecord] } | ForEach-Object { "$_" })
        $lines[0] | Should -BeLike 'Qard: POST * ? {*"*":"`*`*`*"*}'
        $lines[-1] | Should -BeLike 'Qard: POST * ? 20* {*"id":"*"*}'
        $lines | Should -Not -Match 'Camille'
    }

    It 'shows no account number and no amount' {
        Connect-PowensSandbox
        $said = Get-PowensAccount -Debug 5>&1
        $account = $said | Where-Object { $_ -isnot [Management.Automation.DebugRecord] } | Select-Object -First 1
        $text = @($said | Where-Object { $_ -is [Management.Automation.DebugRecord] }) -join "`n"
        $text | Should -Match '"balance":"\*\*\*"'
        $account.Iban | Should -Not -BeNullOrEmpty
        $text | Should -Not -Match ([regex]::Escape($account.Iban))
    }

    It 'is silent otherwise' {
        Connect-CompanyDataSandbox
        @(Get-QardProfile 5>&1) | Should -HaveCount 1
    }
}

Describe 'The information stream' {
    AfterAll { $env:QARD_API_KEY = $env:QARD_API_URL = $null }

    It 'says what was opened, and from where' {
        Connect-Qard $key -Uri http://127.0.0.1:9/ 6>&1 | Should -BeLike 'Opened a session: Qard at http://127.0.0.1:9/*'
        Disconnect-Qard
        $env:QARD_API_KEY, $env:QARD_API_URL = $canary, 'http://127.0.0.1:9/'
        $null = Get-QardProfile -ErrorAction Ignore -InformationVariable said
        $said[0] | Should -BeLike 'Opened a session from the environment: Qard at http://127.0.0.1:9/*'
        $said | Should -Not -Match 'canary'
        Disconnect-Qard
    }
}

Describe 'The audit log' {
    BeforeEach { Remove-Item "$log*" -ErrorAction Ignore }

    AfterEach { Stop-CompanyDataAudit -ErrorAction Ignore }

    It 'has a line for each call of each service' {
        Start-CompanyDataAudit $log | Should -BeNullOrEmpty
        Connect-CompanyDataSandbox
        $user = New-QardUser 'Exemple SAS' 123456789
        Get-PowensUser me | Should -Not -BeNullOrEmpty
        Get-QardUser nobody -ErrorAction Ignore

        $lines = @(Get-Line)
        $lines.service | Should -Contain 'Powens'
        $create = @($lines | Where-Object method -EQ POST)
        $create | Should -HaveCount 1
        $create[0].PSObject.Properties.Name | Should -Be 'time', 'user', 'host', 'process', 'run', 'command', 'service', 'address', 'operation', 'method', 'subject', 'created', 'outcome', 'error', 'status', 'request', 'attempts', 'duration_ms', 'line', 'previous'
        $create.operation | Should -Match 'create'
        $create.subject | Should -Match '123456789'
        $create.outcome, $create.status, $create.attempts | Should -Be 'Succeeded', 201, 1
        $create.process | Should -Be $PID
        ([datetime]::UtcNow - $create.time.ToUniversalTime()).TotalMinutes | Should -BeLessThan 1
        $lines[-1].outcome, $lines[-1].error, $lines[-1].status | Should -Be 'Failed', 'NotFound', 404
        $lines[-1].subject | Should -Be 'nobody'
        (Get-CompanyDataAudit).Calls | Should -Be $lines.Count
        $user | Should -Not -BeNullOrEmpty
    }

    It 'has no line for what -WhatIf only says' {
        Connect-CompanyDataSandbox
        Start-CompanyDataAudit $log
        Remove-QardUser some-id -WhatIf
        Get-Content $log | Should -BeNullOrEmpty
    }

    It 'is not begun or ended with -WhatIf' {
        Start-CompanyDataAudit $log -WhatIf
        Get-CompanyDataAudit | Should -BeNullOrEmpty
        Test-Path $log | Should -BeFalse
        $state = Start-CompanyDataAudit $log -PassThru
        $state.Path, $state.Calls, $state.Unwritten | Should -Be $log, 0, 0
        Stop-CompanyDataAudit -WhatIf
        (Get-CompanyDataAudit).Path | Should -Be $log
        Stop-CompanyDataAudit | Should -BeNullOrEmpty
        Get-CompanyDataAudit | Should -BeNullOrEmpty
    }

    It 'hears every runspace' {
        $session = Connect-Sandbox
        Start-CompanyDataAudit $log
        $shells = 1..4 | ForEach-Object {
            $shell = [powershell]::Create().AddScript('param($path, $s) Import-Module $path; 1..10 | ForEach-Object { $null = Get-QardProfile -Session $s }').AddParameters(@($ModulePath, $session))
            [pscustomobject]@{ Shell = $shell; Run = $shell.BeginInvoke() }
        }
        foreach ($item in $shells) { $null = $item.Shell.EndInvoke($item.Run); $item.Shell.Dispose() }
        @(Get-Line) | Should -HaveCount 40
    }

    It 'refuses <What>' -ForEach @(
        @{ What = 'a second file'; Path = { "$log.2" }; Id = 'CompanyDataAuditRunning,*' }
        @{ What = 'a folder that is not there'; Path = { Join-Path $TestDrive 'none/audit.jsonl' }; Id = 'CompanyDataAuditFileError,*' }
        @{ What = 'a folder'; Path = { $TestDrive }; Id = 'CompanyDataAuditFileError,*' }
    ) {
        if ($What -eq 'a second file') { Start-CompanyDataAudit $log }
        { Start-CompanyDataAudit (& $Path) -ErrorAction SilentlyContinue } | Should -Throw -ErrorId $Id
    }

    It 'lets no call go unwritten, and ends with the lines that could not be' {
        $folder = (New-Item -ItemType Directory (Join-Path $TestDrive (New-Guid))).FullName
        Connect-CompanyDataSandbox
        Start-CompanyDataAudit (Join-Path $folder 'audit.jsonl')
        Remove-Item $folder -Recurse
        $before = Get-RequestCount
        { 'a', 'b' | Get-QardUser -ThrottleLimit 1 -ErrorAction SilentlyContinue } | Should -Throw '*but the audit log cannot be written*' -ErrorId 'QardNotAudited,*'
        { Get-QardProfile -ErrorAction SilentlyContinue } | Should -Throw '*nothing was sent*' -ErrorId 'QardNotAudited,*'
        (Get-CompanyDataAudit).Unwritten | Should -Be ((Get-RequestCount) - $before)

        Stop-CompanyDataAudit -ErrorAction SilentlyContinue -ErrorVariable lost
        $lost[0].FullyQualifiedErrorId | Should -BeLike 'CompanyDataAuditIncomplete,*'
        $lost[0].TargetObject[0] | ConvertFrom-Json | ForEach-Object operation | Should -Not -BeNullOrEmpty
        Get-QardProfile | Should -Not -BeNullOrEmpty
    }

    It 'has no torn line where the disk is full' {
        if (-not $IsLinux) { Set-ItResult -Skipped -Because 'the limit on the size of a file is set as Linux does it' }
        $said = Invoke-FreshPowerShell -FileLimit 4 @"
            Import-Module '$ModulePath'
            Connect-CompanyDataSandbox
            Start-CompanyDataAudit '$log'
            try { while (`$true) { `$null = Get-QardProfile } } catch { `$_.FullyQualifiedErrorId; `$_.Exception.Message }
"@
        "$said" | Should -BeLike 'QardNotAudited,* the call was sent (succeeded)*'
        $text = Get-Content $log -Raw
        $text.Length | Should -BeGreaterThan 1000
        $text[-1] | Should -Be "`n"
        @(Get-Line).outcome | Select-Object -Unique | Should -Be Succeeded
    }

    It 'takes calls while a pipeline reads it' {
        Connect-CompanyDataSandbox
        Start-CompanyDataAudit $log
        $null = Get-QardProfile
        Get-Content $log | Select-Object -First 3 | ForEach-Object { Get-QardProfile } | Should -Not -BeNullOrEmpty
        @(Get-Line) | Should -HaveCount 4
    }

    It 'ends a collection at once where it cannot be written' {
        $folder = (New-Item -ItemType Directory (Join-Path $TestDrive (New-Guid))).FullName
        Connect-CompanyDataSandbox -SyncDuration 0
        Start-CompanyDataAudit (Join-Path $folder 'audit.jsonl')
        Remove-Item $folder -Recurse
        $journal = Join-Path $TestDrive "$(New-Guid).jsonl"
        $rows = 1..30 | ForEach-Object { New-Row (123456780 + $_) }
        { $rows | Invoke-QardCollection -JournalPath $journal -ThrottleLimit 2 -OutVariable dossiers -ErrorAction SilentlyContinue } |
            Should -Throw -ErrorId 'QardNotAudited,*'
        $dossiers | Should -BeNullOrEmpty
        Get-QardCollectionJournal $journal -State Failed | Should -BeNullOrEmpty
    }

    It 'reads as objects, with the run, the cmdlet, the request and what was created' {
        Connect-CompanyDataSandbox
        $audit = Start-CompanyDataAudit $log -PassThru
        $user = New-QardUser 'Exemple SAS' 123456789
        $entries = Get-CompanyDataAudit $log
        $entries.Line | Should -Be 1, 2
        $entries.RunId | Select-Object -Unique | Should -Be $audit.RunId
        $entries.Command | Select-Object -Unique | Should -Be New-QardUser
        $entries[1].CreatedId | Should -Be $user.Id
        $entries[1].RequestId | Should -Not -BeNullOrEmpty
        $entries[1].Time | Should -BeOfType datetime
        $entries[1].Duration | Should -BeOfType timespan
        Get-ChildItem $log | Get-CompanyDataAudit | Should -HaveCount 2
    }

    It 'shows what was done to it afterwards, and where' {
        Connect-CompanyDataSandbox
        Start-CompanyDataAudit $log
        1..5 | ForEach-Object { $null = Get-QardProfile }
        Stop-CompanyDataAudit
        Test-CompanyDataAudit $log | Should -BeNullOrEmpty
        Test-CompanyDataAudit $log -Quiet | Should -BeTrue

        $lines = Get-Content $log
        $lines | Where-Object { $_ -ne $lines[2] } | Set-Content $log
        $problem = Test-CompanyDataAudit $log
        $problem.Kind, $problem.Line, $problem.Path | Should -Be Removed, 3, $log
        Test-CompanyDataAudit $log -Quiet | Should -BeFalse
    }

    It 'is put aside at a size, and stays one chain' {
        Connect-CompanyDataSandbox
        Start-CompanyDataAudit $log -MaximumSize 2kb
        1..20 | ForEach-Object { $null = Get-QardProfile }
        Stop-CompanyDataAudit
        $files = Get-ChildItem (Join-Path $TestDrive 'audit*.jsonl')
        $files.Count | Should -BeGreaterThan 3
        $files | Test-CompanyDataAudit | Should -BeNullOrEmpty
        ($files | Get-CompanyDataAudit).Count | Should -Be 20
        $files[0] | Remove-Item
        ($files | Select-Object -Skip 1 | Test-CompanyDataAudit).Kind | Should -Be Removed
        $files | Remove-Item -ErrorAction Ignore
    }

    It 'says that a file is not there' {
        Test-CompanyDataAudit (Join-Path $TestDrive none.jsonl) -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'CompanyDataAuditNotFound,*'
    }

    It 'holds no secret and no body, whatever a server gives back' {
        $server = Start-Server -Status 401 -Body '{"error_message":"The key {key} is wrong.","got":{body}}'
        try {
            Start-CompanyDataAudit $log
            Connect-Qard $key -Uri $server.Uri -MaxRetry 0
            foreach ($call in { Get-QardProfile }, { Get-QardUser $canary }, { New-QardUser -FirstName Camille -LastName Exemple }, { Set-GoCardlessCredential app $key -Enable }) {
                try { $null = & $call -ErrorAction SilentlyContinue } catch { $null = $_ }
            }
        }
        finally { Stop-Server $server }

        $server.Requests.Count | Should -BeGreaterThan 3
        @(Get-Line) | Should -HaveCount $server.Requests.Count
        $text = Get-Content $log -Raw
        $text | Should -Not -Match 'canary'
        $text | Should -Not -Match 'is wrong'
    }
}
