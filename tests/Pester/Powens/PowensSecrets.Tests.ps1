BeforeAll {
    . "$PSScriptRoot/PowensHelpers.ps1"
    # Every secret that a session on Powens can come to hold has this word in it.
    $canary = 'c4n4ry'
    function New-Canary([string] $Name) { ConvertTo-Secure "$canary-$Name" }

    # Runs a script with every stream open and gives all that came: streams, errors with all they hold, objects in every form.
    function Get-Everything([scriptblock] $Script) {
        $errors = $null
        $Error.Clear()
        $objects = try { & $Script *>&1 } catch { $_ }
        $all = @($objects) + @($Error)
        foreach ($item in $all) {
            "$item"
            $item | Format-List * -Force | Out-String -Width 4096
            # A record of the engine holds the command line, with what a person typed there in clear.
            if ($item -isnot [Management.Automation.ErrorRecord] -and $item -isnot [Management.Automation.InformationalRecord]) {
                $item | ConvertTo-Csv
                $item | ConvertTo-Json -Depth 5 -WarningAction SilentlyContinue
                [Management.Automation.PSSerializer]::Serialize($item, 3)
            }

            if ($item -is [Management.Automation.ErrorRecord]) {
                $item.Exception | Format-List * -Force | Out-String -Width 4096
                "$($item.Exception)"
                "$($item.ErrorDetails) $($item.ErrorDetails.RecommendedAction) $($item.TargetObject) $($item.CategoryInfo)"
            }
        }
    }

    function Connect-Canary($Uri) {
        Connect-Powens -Uri $Uri -MaxRetry 0 -UserToken (New-Canary user) -ConfigToken (New-Canary config) -UsersToken (New-Canary users) `
            -InvoicingToken (New-Canary invoicing) -ClientId the-client -ClientSecret (New-Canary secret) -PassThru
    }

    $calls = {
        $VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
        $ErrorActionPreference = 'Continue'
        Get-PowensConnector
        Get-PowensConnector -Uuid u
        Get-PowensConfiguration
        Set-PowensConfiguration a.b c -PassThru
        New-PowensUser
        Get-PowensUser
        Get-PowensUser me
        Remove-PowensUser 7 -Confirm:$false
        New-PowensToken 7 -RevokePrevious
        New-PowensToken -Code (New-Canary code) -RedirectUri https://app.example.test/
        New-PowensToken -Temporary
        Revoke-PowensToken -Confirm:$false
        New-PowensConnection u @{ login = 'somebody'; password = New-Canary password; pin = "$canary-pin" }
        New-PowensConnection u @{ password = [pscredential]::new('somebody', (New-Canary credential)) }
        Get-PowensConnection
        Get-PowensConnection 3
        Update-PowensConnection 3
        Update-PowensConnection 3 -Force
        Update-PowensConnection 3 -Field @{ code = New-Canary onetime }
        Update-PowensConnection 3 -Field @{ code = "$canary-onetime" }
        Update-PowensConnection 3 -Resume
        Wait-PowensConnection 3 -Timeout 0.1
        Remove-PowensConnection 3 -Confirm:$false
        Get-PowensAccount
        Set-PowensAccount 5 -Name x -PassThru
        Get-PowensTransaction
        Set-PowensTransaction 8 -Wording x -PassThru
        Get-PowensInvestment
        Get-PowensSubscription
        Get-PowensDocument
        Save-PowensDocument 4 $TestDrive -Force
        Get-CompanyDataSession
        Get-CompanyDataSession | Get-CompanyDataUsage
    }
}

AfterAll { Disconnect-Powens }

Describe 'No secret of Powens comes out' {
    # What else a server can do with them stands in CanaryTests, of the client.
    It 'where the server answers <What>' -ForEach @(
        @{ What = 'with an error that echoes all'; Answer = @{ Status = 400; Body = '{"code":"invalidValue {authorization}","description":"You sent {authorization} and {body}.","message":"{body}","request_id":"{authorization}"}'; Header = @{} } }
        @{ What = 'with an error page that echoes all'; Answer = @{ Status = 400; Type = 'text/html'; Body = '<html><p>{authorization}</p><pre>{body}</pre></html>' } }
        @{ What = '200 with a page that echoes all'; Answer = @{ Type = 'text/html'; Body = '<p>{authorization} {body}</p>' } }
        @{ What = '200 with JSON that is cut off'; Answer = @{ Body = '{"description":"{authorization} {body}", "connections":[{"id":"{authorization}' } }
    ) {
        $server = Start-PowensServer ($Answer + @{ Lists = $true })
        try {
            $session = Connect-Canary $server.Uri
            $everything = (Get-Everything $calls) -join "`n"
            ($everything -match '(?m)^Powens: \w+ \S+') | Should -BeTrue
            # Line by line, so that a failure shows the line alone.
            $everything -split "`n" | Where-Object { $_ -match $canary } | Select-Object -First 3 | Should -BeNullOrEmpty

            # They did go to the server, or this would prove nothing.
            $sent = ($server.Requests | ForEach-Object { "$($_.Authorization) $($_.Body)" }) -join "`n"
            foreach ($name in 'user', 'config', 'users', 'secret', 'code', 'onetime', 'password', 'credential', 'pin') { $sent | Should -Match "$canary-$name\b" }
        }
        finally {
            Stop-Server $server
        }
    }

    It 'where all goes well, in a transcript either' {
        $transcript = Join-Path $TestDrive 'transcript.txt'
        $script = Join-Path $TestDrive 'run.ps1'
        Set-Content $script "
            Import-Module '$ModulePath'
            `$VerbosePreference = `$DebugPreference = 'Continue'
            `$null = Start-Transcript '$transcript'
            Connect-CompanyDataSandbox -SyncDuration 0 -TransactionCount 3 -PassThru | Format-List *
            New-PowensUser | Format-List *
            New-PowensToken 1 | ConvertTo-Json
            New-PowensToken -Temporary
            `$code = New-PowensToken -Temporary
            New-PowensToken -Code `$code.Token | Export-Clixml '$TestDrive/token.xml'
            New-PowensConnection 1 @{ login = 'somebody'; password = '$canary-password' } | Format-List *
            New-PowensConnection 1 @{ login = 'somebody'; password = 'wrong' } -ErrorAction Continue
            `$waiting = New-PowensConnection 3 @{ login = 'somebody'; password = '$canary-password' }
            `$waiting | Update-PowensConnection -Field @{ code = '123456' } | Format-List *
            `$null = Stop-Transcript"
        $said = Invoke-FreshPowerShell "& '$script'"
        $all = ("$said" + (Get-Content $transcript -Raw))
        $all | Should -Match 'VERBOSE'
        foreach ($secret in "$canary-password", '123456\b(?!.*wrong)', 'sandbox-(user|config|users|invoicing|categorization)-token', 'sandbox-client-secret', 'sandbox-(token|code)-[0-9a-f]{16}') {
            # The script is no part of the transcript: a secret in it comes from the module.
            [regex]::Matches($all, $secret).Value | Select-Object -First 1 | Should -BeNullOrEmpty -Because $secret
        }

        Get-Content "$TestDrive/token.xml" -Raw | Should -Not -Match 'sandbox-token'
    }

    It 'but in the link that is asked for' {
        $session = Connect-PowensSandbox
        $lines = New-PowensWebviewUri https://app.example.test/ -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }
        $lines | Should -HaveCount 1
        "$lines" | Should -Not -Match 'sandbox-code'
    }
}
