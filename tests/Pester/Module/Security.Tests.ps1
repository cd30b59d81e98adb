# What an answer, a server or a file name must not be able to do.
BeforeAll {
    . "$PSScriptRoot/../Helpers.ps1"

    # What moves the cursor, renames the window, fills the clipboard, rings, overwrites the line or turns it round.
    $evil = "A$([char]27)[2J$([char]27)]0;title$([char]7)$([char]27)]52;c;aGk=$([char]7)B`rC$([char]8)$([char]0x9b)2J$([char]0x202e)D"
    $evilJson = ConvertTo-Json $evil
    $drives = '[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\r(?!\n)'

    # As a terminal would get it, colours of the engine taken out.
    function Get-Printed($Object) { ($Object | Out-String -Width 4096) -replace '\x1b\[[\d;]*m' }

    # A server on loopback with a certificate that it made itself. It counts the bytes that get through to it.
    function Start-TlsServer {
        $key = [Security.Cryptography.RSA]::Create(2048)
        $request = [Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=localhost', $key, 'SHA256', [Security.Cryptography.RSASignaturePadding]::Pkcs1)
        $certificate = $request.CreateSelfSigned([DateTimeOffset]::Now.AddDays(-1), [DateTimeOffset]::Now.AddDays(30))
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $seen = [hashtable]::Synchronized(@{ Connections = 0; Bytes = 0 })
        $shell = [powershell]::Create().AddScript({
            param($listener, $certificate, $seen)
            while ($true) {
                try { $client = $listener.AcceptTcpClient() } catch { return }
                $seen.Connections++
                try {
                    $stream = [Net.Security.SslStream]::new($client.GetStream())
                    $stream.AuthenticateAsServer($certificate)
                    $seen.Bytes += $stream.Read([byte[]]::new(4096), 0, 4096)
                }
                catch { $seen.Refusal = "$_" }
                finally { $client.Dispose() }
            }
        }).AddParameters(@($listener, $certificate, $seen))
        $null = $shell.BeginInvoke()
        [pscustomobject]@{ Uri = "https://localhost:$($listener.LocalEndpoint.Port)/"; Seen = $seen; Listener = $listener; Shell = $shell }
    }
}

Describe 'A server that cannot prove who it is' {
    It 'gets nothing, and the error says so' {
        $server = Start-TlsServer
        try {
            Connect-Qard (ConvertTo-Secret 'a-key') -Uri $server.Uri
            { Get-QardProfile } | Should -Throw -ErrorId 'QardNetwork,*' -ExpectedMessage '*identity could not be verified*'
            $Error[0].ErrorDetails.RecommendedAction | Should -BeLike '*cannot be disabled*'
            $server.Seen.Connections | Should -Be 1
            $server.Seen.Bytes | Should -Be 0
        }
        finally {
            $server.Listener.Stop()
            $server.Shell.Dispose()
        }
    }

    It 'is let in by no parameter of any cmdlet' {
        (Get-Command -Module CompanyData).Parameters.Keys | Where-Object { $_ -match 'SkipCert|SkipHttp|insecure|certificate|trust|unencrypted' } | Should -BeNullOrEmpty
    }
}

Describe 'Text that would drive the terminal' {
    BeforeAll {
        $server = Start-Server -Body "[{`"id`":$evilJson,`"name`":$evilJson,`"siren`":`"123456789`",`"novel`":$evilJson,$($evilJson):{`"inner`":[$evilJson]}}]"
        Connect-Qard (ConvertTo-Secret 'a-key') -Uri $server.Uri -MaxRetry 0
        $user = Get-QardUser -Siren 123456789
    }

    AfterAll { Stop-Server $server }

    It 'is harmless in <How>' -ForEach @(
        @{ How = 'the view'; Show = { $user } }
        @{ How = 'Format-List *'; Show = { $user | Format-List * } }
        @{ How = 'a table of any columns'; Show = { $user | Format-Table Id, Novel, Name -Wrap } }
        @{ How = 'a property by itself'; Show = { $user.Name; $user.Novel; "$user" } }
        @{ How = 'Select-Object'; Show = { $user | Select-Object Name, Novel } }
        @{ How = 'CSV'; Show = { $user | ConvertTo-Csv } }
        @{ How = 'Get-Member'; Show = { $user | Get-Member } }
    ) {
        $PSStyle.OutputRendering = 'Ansi'
        try { $printed = Get-Printed (& $Show) } finally { $PSStyle.OutputRendering = 'PlainText' }
        $printed | Should -Match 'A.\[2J' -Because 'it is there, but visible'
        $printed | Should -Not -Match $drives
    }

    It 'is harmless in errors, verbose lines and warnings' {
        $refusing = Start-Server -Status 422 -Body "{`"error_code`":$evilJson,`"error_message`":$evilJson}" -Header @{ 'X-Request-Id' = 'id' }
        try {
            $session = Connect-Qard (ConvertTo-Secret 'a-key') -Uri $refusing.Uri -MaxRetry 0 -PassThru
            $said = Get-QardUser $user.Id -Session $session -Verbose -ErrorAction Continue *>&1
            $said | Should -Not -BeNullOrEmpty
            foreach ($line in $said) {
                Get-Printed $line | Should -Not -Match $drives
                Get-Printed ($line | Format-List * -Force) | Should -Not -Match $drives
            }
        }
        finally {
            Stop-Server $refusing
        }
    }

    It 'is harmless in a webhook' {
        $body = "{`"name`":$evilJson,$($evilJson):1,`"Name`":2,`"`":3,`"half`":`"\ud800`"}"
        $hmac = [Security.Cryptography.HMACSHA256]::new([Text.Encoding]::UTF8.GetBytes('a-secret'))
        $signature = [Convert]::ToHexString($hmac.ComputeHash([Text.Encoding]::UTF8.GetBytes($body))).ToLower()
        $received = Test-QontoWebhook -Secret (ConvertTo-Secret 'a-secret') -Signature $signature -Body $body -PassThru
        $received._ | Should -Be 3
        Get-Printed ($received | Format-List *) | Should -Not -Match $drives
    }
}

Describe 'A saved file' {
    BeforeEach { $folder = (New-Item -ItemType Directory "TestDrive:/$(New-Guid)").FullName }

    It 'is readable by its owner alone' {
        if ($IsWindows) { Set-ItResult -Skipped -Because 'Windows has no file modes' }
        $server = Start-Server -Body 'content' -Header @{ 'Content-Disposition' = 'attachment; filename="private.txt"' }
        try {
            $session = Connect-Qard (ConvertTo-Secret 'a-key') -Uri $server.Uri -PassThru
            $file = Save-QardFile any $folder -Session $session
            [IO.File]::GetUnixFileMode($file.FullName) | Should -Be ([IO.UnixFileMode] 'UserRead, UserWrite')
        }
        finally {
            Stop-Server $server
        }
    }

    It 'stays in the folder where its name is <Name> and its id is <Id>' -ForEach @(
        @{ Name = 'attachment; filename="../../evil.txt"'; Id = 'any'; Expected = 'evil.txt' }
        @{ Name = 'attachment; filename="/tmp/evil.txt"'; Id = 'any'; Expected = 'evil.txt' }
        @{ Name = 'attachment; filename="C:\evil.txt"'; Id = 'any'; Expected = 'evil.txt' }
        @{ Name = "attachment; filename*=UTF-8''..%2f..%2fevil%1b%5d0%3b.txt"; Id = 'any'; Expected = 'evil]0;.txt' }
        @{ Name = 'attachment; filename=".profile"'; Id = 'any'; Expected = '_.profile' }
        @{ Name = 'attachment; filename="-rf"'; Id = 'any'; Expected = '_-rf' }
        @{ Name = 'attachment; filename="CON.pdf"'; Id = 'any'; Expected = '_CON.pdf' }
        @{ Name = 'attachment'; Id = '../../evil'; Expected = '_.._.._evil.json' }
    ) {
        $server = Start-Server -Body 'content' -Header @{ 'Content-Disposition' = $Name }
        try {
            $session = Connect-Qard (ConvertTo-Secret 'a-key') -Uri $server.Uri -PassThru
            (Save-QardFile $Id $folder -Session $session).FullName | Should -BeExactly (Join-Path $folder $Expected)
        }
        finally {
            Stop-Server $server
        }
    }
}

Describe 'docs/security.md' {
    It 'shows how a file for a spreadsheet is written' {
        $page = Get-Content ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'docs', 'security.md')) -Raw
        $page -match '(?s)```powershell\r?\n(.*?)```' | Should -BeTrue
        $path = Join-Path $TestDrive 'safe.csv'
        $names = '=HYPERLINK("http://x","y")', '+1+2', '-2+3', '@SUM(A1)', "`t=1+1", ' =1', 'Exemple SAS', '-12.50', '42', 'a=b'
        $data = foreach ($name in $names) { [pscustomobject]@{ Name = $name; Amount = -1.5 } }
        . ([scriptblock]::Create($Matches[1]))

        $cells = Import-Csv $path
        $cells.Name[0..5] | ForEach-Object { $_ | Should -BeLike "'*" }
        $cells.Name[6..9] | Should -Be 'Exemple SAS', '-12.50', '42', 'a=b'
        $cells.Amount | Should -Be (@('-1.5') * $names.Count)
    }

    It 'takes dossiers as well' {
        $page = Get-Content ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'docs', 'security.md')) -Raw
        $null = $page -match '(?s)```powershell\r?\n(.*?)```'
        Connect-CompanyDataSandbox -SyncDuration 0
        $path = Join-Path $TestDrive 'dossiers.csv'
        $data = New-Row -Name '=1+1' | Invoke-QardCollection
        . ([scriptblock]::Create($Matches[1]))
        (Import-Csv $path).Name | Should -Be "'=1+1"
    }
}

Describe 'Input without end' {
    It 'is an error of its own: a table that holds itself' {
        $table = @{ legal_flow = 'existing_company' }
        $table.self = $table
        $table | Test-QontoRegistration -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoInvalidInput,*'
        $failed[0] | Should -BeLike '*contain itself*'
    }

    It 'is an error of its own: <Text>' -ForEach @(
        @{ Text = '{"legal_flow":1,"legal_flow":2}' }
        @{ Text = '{"legal_flow":"\ud800"}' }
        @{ Text = '[' * 200 }
    ) {
        $Text | Test-QontoRegistration -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'QontoInvalidInput,*'
    }
}
