BeforeAll {
    . "$PSScriptRoot/../Helpers.ps1"
    $key = ConvertTo-Secret 'key-of-a-test'

    # Answers 503 for so many seconds from the first request on, then as a service of one connected user whose synchronisation has ended.
    function Start-DownServer([double] $Seconds) {
        $uri, $listener = Open-Listener
        $requests = [Collections.ArrayList]::Synchronized([Collections.ArrayList]::new())
        $shell = [powershell]::Create().AddScript({
            param($listener, $requests, $seconds)
            while ($true) {
                try { $context = $listener.GetContext() } catch { return }
                $path = $context.Request.Url.AbsolutePath
                $until ??= [datetime]::UtcNow.AddSeconds($seconds)
                $isDown = [datetime]::UtcNow -lt $until
                $null = $requests.Add([pscustomobject]@{ IsDown = $isDown; Path = $path })
                $body = switch -Wildcard ($path) {
                    '*/data-connections' { '[{"id":"c","provider_name":"company_legal_fr","status":"CONNECTED","requested_data_types":["ACT"]}]' }
                    '*/sync/latest' { '[{"id":"s","data_type":"ACT","status":"SUCCESS","data_connection_id":"c"}]' }
                    default { '{}' }
                }
                $context.Response.StatusCode = if ($isDown) { 503 } else { 200 }
                $context.Response.ContentType = 'application/json'
                $context.Response.Close([Text.Encoding]::UTF8.GetBytes($body), $true)
            }
        }).AddParameters(@($listener, $requests, $Seconds))
        $null = $shell.BeginInvoke()
        [pscustomobject]@{ Uri = $uri; Requests = $requests; Listener = $listener; Shell = $shell }
    }
}

Describe 'A service that is down' {
    It 'pauses what waits, says so once and once more when it is back, and loses nothing' {
        $server = Start-DownServer 4
        try {
            Connect-Qard $key -Uri $server.Uri
            $results = 1..30 | ForEach-Object { "user-$_" } | Wait-QardSync -Timeout 600 -WarningVariable warned -WarningAction SilentlyContinue
        }
        finally {
            Stop-Server $server
        }

        $results.UserId | Should -Be (1..30 | ForEach-Object { "user-$_" })
        $warned | Should -HaveCount 2
        "$($warned[0])" | Should -BeLike 'Qard does not respond (503*). Requests are paused; the service is checked every few seconds.'
        "$($warned[1])" | Should -BeLike 'Qard responds again after 00:00:*'
        @($server.Requests | Where-Object IsDown).Count | Should -BeLessThan 60
    }

    It 'stops at once when the user does' {
        $server = Start-DownServer 86400
        try {
            $shell = [powershell]::Create()
            $null = $shell.AddScript({
                param($module, $key, $uri)
                Import-Module $module
                Connect-Qard $key -Uri $uri
                1..30 | ForEach-Object { "user-$_" } | Wait-QardSync
            }).AddParameters(@($ModulePath, $key, $server.Uri))
            $null = $shell.BeginInvoke()
            Wait-Until { $shell.Streams.Warning.Count }
            "$($shell.Streams.Warning[0])" | Should -BeLike 'Qard does not respond*'
            (Measure-Command { $shell.Stop() }).TotalSeconds | Should -BeLessThan $Soon
        }
        finally {
            $shell.Dispose()
            Stop-Server $server
        }
    }
}
