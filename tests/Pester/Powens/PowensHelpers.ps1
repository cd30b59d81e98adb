# Dot-source this first in BeforeAll of what tests Powens: the shared helpers, and what only Powens needs.
. "$PSScriptRoot/../Helpers.ps1"
$env:POWENS_DOMAIN = $env:POWENS_TOKEN = $env:POWENS_CLIENT_ID = $env:POWENS_CLIENT_SECRET = $null

function ConvertTo-Secure([string] $Text) { ConvertTo-SecureString $Text -AsPlainText -Force }

# A new sandbox; gives its session on Powens. User 1 is connected to a bank (1) and to a provider of documents (2).
function Connect-PowensSandbox { Connect-CompanyDataSandbox @args -PassThru | Where-Object Service -EQ Powens }

# How many requests the default session on Powens has sent.
function Get-PowensRequestCount { (Get-CompanyDataSession Powens | Get-CompanyDataUsage).Requests }

# The uuid of a connector of the sandbox.
function Get-Magic([int] $Number) { '00000000-0000-4000-8000-{0:D12}' -f $Number }

# A connection to a connector of the sandbox, with a password that is right.
function New-Magic([int] $Number, [hashtable] $Field = @{ login = 'somebody'; password = 'right' }) {
    if ($Number -eq 4) { $Field = @{} }
    New-PowensConnection (Get-Magic $Number) -Field $Field
}

# The end user follows a link of New-PowensWebviewUri on the embedded sandbox; gives the address that the user comes back to.
function Invoke-Webview($Link, $Session) {
    $handler = $Session.GetType().GetProperty('Sandbox', [Reflection.BindingFlags] 'Instance, NonPublic').GetValue($Session)
    $browser = [Net.Http.HttpMessageInvoker]::new($handler, $false)
    $address = "$($Link.Uri.AbsoluteUri)" -replace '^https://webview\.powens\.com/', 'https://sandbox.test/powens/webview/'
    $answer = $browser.SendAsync([Net.Http.HttpRequestMessage]::new('GET', $address), [Threading.CancellationToken]::None).GetAwaiter().GetResult()
    $answer.Headers.Location
}

# A server on loopback that gives these answers, one after the other and then the last for ever, and keeps what came. In a body,
# '{authorization}' and '{body}' become what was sent. A status of 0 breaks the connection off. Where it has Lists, the list of connections is empty and none of this.
function Start-PowensServer([hashtable[]] $Answer = @(@{ Body = '{}' })) {
    $uri, $listener = Open-Listener
    $requests = [Collections.ArrayList]::Synchronized([Collections.ArrayList]::new())
    $shell = [powershell]::Create().AddScript({
        param($listener, $requests, $answers)
        while ($true) {
            try { $context = $listener.GetContext() } catch { return }
            $answer = $answers[[Math]::Min($requests.Count, $answers.Count - 1)]
            $sent = [IO.StreamReader]::new($context.Request.InputStream).ReadToEnd()
            $authorization = $context.Request.Headers['Authorization']
            $null = $requests.Add([pscustomobject]@{
                Method = $context.Request.HttpMethod; Path = $context.Request.RawUrl; Authorization = $authorization; Body = $sent
            })
            # So that a connection can be made: it looks first which ones there are.
            if ($answer.Lists -and $context.Request.HttpMethod -eq 'GET' -and $context.Request.RawUrl -match '/connections$') {
                $answer = @{ Body = '{"connections":[]}' }
            }

            if ($answer.Status -eq 0 -and $answer.ContainsKey('Status')) { $context.Response.Abort(); continue }
            $context.Response.StatusCode = $answer.Status ?? 200
            $context.Response.ContentType = $answer.Type ?? 'application/json'
            foreach ($name in $answer.Header.Keys) { $context.Response.Headers[$name] = $answer.Header[$name] }
            $text = "$($answer.Body)".Replace('{authorization}', "$authorization").Replace('{body}', $sent.Replace('"', '').Replace('{', '').Replace('}', ''))
            $context.Response.Close([Text.Encoding]::UTF8.GetBytes($text), $true)
        }
    }).AddParameters(@($listener, $requests, $Answer))
    $null = $shell.BeginInvoke()
    [pscustomobject]@{ Uri = $uri; Requests = $requests; Listener = $listener; Shell = $shell }
}
