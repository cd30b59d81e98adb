BeforeAll {
    . "$PSScriptRoot/../Helpers.ps1"
    $assembly = Get-Item "$PSScriptRoot/../../../src/CompanyData.Sandbox.Server/bin/*/net*/CompanyData.Sandbox.Server.dll" |
        Sort-Object LastWriteTime | Select-Object -Last 1

    # The sandbox's server as a process of its own, with faults on the wire, and a session on it.
    function Start-FaultyServer([string[]] $Option = @(), [hashtable] $Session = @{}) {
        $start = [Diagnostics.ProcessStartInfo]::new('dotnet')
        foreach ($argument in @($assembly.FullName, '--urls', 'http://127.0.0.1:0', '--sync-duration', '0.1') + $Option) { $start.ArgumentList.Add($argument) }
        $start.RedirectStandardOutput = $true
        $process = [Diagnostics.Process]::Start($start)
        $origin = $process.StandardOutput.ReadLine() -replace '^.* listens on (\S+)\. .*$', '$1'
        while (($line = $process.StandardOutput.ReadLine()) -notmatch '^\s+sandbox-page') {
            if ($null -eq $line) { throw 'The server has not started.' }
        }

        Connect-Qard (ConvertTo-Secret 'sandbox-key') -Uri "$origin/qard/api/v6" @Session
        [pscustomobject]@{ Origin = $origin; Process = $process }
    }

    function Stop-FaultyServer($Server) {
        $Server.Process.Kill()
        $Server.Process.Dispose()
    }

    function Get-FaultCount($Server) { Invoke-RestMethod "$($Server.Origin)/sandbox/faults" }
}

Describe 'A service that fails at every fourth request, in every way' {
    BeforeAll {
        # A list that moved is an error to be read again, and an unknown status is passed on: both have their own tests.
        $kinds = (Get-FaultCount ($server = Start-FaultyServer)).kinds.PSObject.Properties.Name -ne 'moved-page' -ne 'unknown-status'
        Stop-FaultyServer $server
        $server = Start-FaultyServer '--fault-rate', '0.25', '--fault-kinds', ($kinds -join ','), '--slow', '0.1' @{ MaxRetry = 12 }
        $rows = 1..12 | ForEach-Object { New-Row (100000000 + $_) }
        $users = $rows | New-QardUser -ThrottleLimit 12
    }

    AfterAll { Stop-FaultyServer $server }

    It 'New-QardUser makes each user once, in the order of the input' {
        $users.Siren | Should -Be $rows.siren
        (Get-QardUser).Siren | Sort-Object | Should -Be $rows.siren
    }

    It 'Get-QardUser reads each of them' {
        ($users | Get-QardUser -ThrottleLimit 12).Id | Should -Be $users.Id
    }

    It 'Get-QardCommerceTransaction gives the whole list, and nothing twice' {
        Set-GoCardlessCredential 'client' (ConvertTo-Secret 'secret') -Sandbox -AutoConnect -Enable
        $connection = $users[0] | New-QardDataConnection -ProviderName gocardless -DataType COMMERCE_TRANSACTION
        $null = Invoke-WebRequest $connection.RedirectUrl
        $transactions = $connection | Wait-QardDataConnection | Start-QardSync | Wait-QardSync | Get-QardCommerceTransaction
        $transactions.Count | Should -Be 250
        ($transactions.Id | Sort-Object -Unique).Count | Should -Be 250
    }

    It 'Save-QardFile saves whole files only' {
        $folder = (New-Item -ItemType Directory "TestDrive:/$(New-Guid)").FullName
        $ids = ($users[1] | New-QardDataConnection -DataType COURT_DECISION, ACT | Start-QardSync | Wait-QardSync | Get-QardData -DataType COURT_DECISION).FileId
        $files = 1..6 | ForEach-Object { $ids[0] } | ForEach-Object { Save-QardFile $_ (Join-Path $folder "$(New-Guid).pdf") }
        $files | Should -HaveCount 6
        ($files.Length | Sort-Object -Unique).Count | Should -Be 1
        $files | ForEach-Object { Get-Content $_ -TotalCount 1 | Should -BeLike '%PDF*' }
        (Get-ChildItem $folder -Force).Count | Should -Be 6
    }

    It 'injected what it was asked for, and the session repeated it' {
        $counts = Get-FaultCount $server
        $counts.faults | Should -BeGreaterThan 10
        $counts.kinds.'moved-page' | Should -Be 0
        (Get-Usage).Retries | Should -BeGreaterThan 5
    }
}

Describe 'A service that only ever' {
    It '<Does> is <Id> in good time' -ForEach @(
        @{ Does = 'drips'; Option = '--fault-kinds', 'slow-body', '--slow', '600'; Id = 'QardTimeout' }
        @{ Does = 'lets wait'; Option = '--fault-kinds', 'slow-first-byte', '--slow', '600'; Id = 'QardTimeout' }
        @{ Does = 'breaks off'; Option = '--fault-kinds', 'body-reset'; Id = 'QardNetwork' }
        @{ Does = 'shows a page'; Option = '--fault-kinds', 'html-page,html-as-json'; Id = 'QardInvalidResponse' }
    ) {
        $server = Start-FaultyServer (@('--fault-rate', '1') + $Option) @{ MaxRetry = 1; TimeoutSec = 1 }
        try {
            $seconds = (Measure-Command { Get-QardProfile -ErrorAction SilentlyContinue -ErrorVariable failed }).TotalSeconds
            $failed[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
            $failed[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
            $seconds | Should -BeLessThan $Soon
        }
        finally { Stop-FaultyServer $server }
    }
}

Describe 'A service that is down for a while' {
    It 'is read when it is back' {
        $server = Start-FaultyServer -Session @{ MaxRetry = 8 }
        try {
            $null = Invoke-WebRequest "$($server.Origin)/sandbox/outage?seconds=1" -Method Post
            (Get-QardProfile).Name | Should -Be 'Sandbox'
            (Get-Usage).Retries | Should -BeGreaterThan 0
        }
        finally { Stop-FaultyServer $server }
    }
}
