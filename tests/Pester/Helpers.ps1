# Dot-source this first in BeforeAll: the module, nothing in the environment that opens a session, and what several files share.
. "$PSScriptRoot/Import.ps1"
$env:QARD_API_KEY = $env:QARD_API_URL = $null
$env:QONTO_TOKEN = $env:QONTO_PARTNER_ID = $env:QONTO_STAGING_TOKEN = $env:CREDITRO_API_TOKEN = $env:CREDITRO_PUBLIC_API_URL = $null
$PSStyle.OutputRendering = 'PlainText'

# What a test does not expect fails it. Where errors are expected, -ErrorAction and -ErrorVariable say so.
$ErrorActionPreference = 'Stop'

# Seconds in which what ends at once has ended, even on a busy machine. What it is compared with would last for minutes.
$Soon = 60

# A wait that goes wrong fails its test instead of holding up the suite.
$PSDefaultParameterValues = @{ 'Wait-Qard*:Timeout' = $Soon; 'Invoke-QardCollection:Timeout' = $Soon }

# Waits until the condition holds; a test that needs it to hold says so itself.
function Wait-Until([scriptblock] $Condition) {
    $end = [datetime]::UtcNow.AddSeconds($Soon)
    while (-not (& $Condition) -and [datetime]::UtcNow -lt $end) { Start-Sleep -Milliseconds 10 }
}

function ConvertTo-Secret([string] $Text) {
    $secret = [securestring]::new()
    foreach ($character in $Text.ToCharArray()) { $secret.AppendChar($character) }
    $secret
}

# A new sandbox, which opens a session on each of its services; gives the one on Qard.
function Connect-Sandbox { Connect-CompanyDataSandbox @args -PassThru | Where-Object Service -EQ Qard }

# What the default session on Qard has used, and how many requests that were.
function Get-Usage { Get-CompanyDataSession Qard | Get-CompanyDataUsage }
function Get-RequestCount { (Get-Usage).Requests }

# A company, as Import-Csv would give it.
function New-Row([string] $Siren = '123456789', [string] $Name = "Exemple $Siren") {
    [pscustomobject]@{ siren = $Siren; name = $Name }
}

# A user that is connected to the company register; gives the connection.
function New-Connection([string] $Siren = '123456789', [string[]] $DataType = @('COMPANY_PROFILE', 'COMPANY_OFFICER')) {
    New-Row $Siren | New-QardUser | New-QardDataConnection -DataType $DataType
}

# A user whose data has been collected, so far as its siren lets it; gives the user's id.
function New-Collected([string] $Siren = '123456789', [string[]] $DataType = @('COMPANY_PROFILE', 'COMPANY_OFFICER')) {
    $connection = New-Connection $Siren $DataType
    $null = $connection | Start-QardSync | Wait-QardSync -ErrorAction SilentlyContinue
    $connection.UserId
}

# A user with commerce data, consent and all; gives the user's id.
function New-Shop([string] $Siren = '123456789') {
    Set-GoCardlessCredential 'client' (ConvertTo-Secret 'secret') -Sandbox -AutoConnect -Enable
    $types = 'COMMERCE_TRANSACTION', 'COMMERCE_SUBSCRIPTION', 'COMMERCE_TRANSACTION_INSIGHT', 'COMMERCE_SUBSCRIPTION_INSIGHT'
    $connection = New-Row $Siren | New-QardUser | New-QardDataConnection -ProviderName gocardless -DataType $types
    $null = $connection | Grant-CompanyDataSandboxConsent | Wait-QardDataConnection | Start-QardSync | Wait-QardSync
    $connection.UserId
}

# A user with conformity checks, tax and bank data; gives the user's id. The first officer of 000000009 has a hit.
function New-Inspected([string] $Siren = '000000009') {
    Enable-QardProvider comply_cube
    Set-QardProvider comply_cube -Setting @{ officers_check = $true; beneficial_owners_check = $true } -AutoConnect $true
    'sandbox_private', 'sandbox_openbanking' | Enable-QardProvider
    $user = New-Row $Siren | New-QardUser
    $taxes = 'TAX_ACCOUNT', 'TAX_CLEARANCE_CERTIFICATE', 'TAX_RETURN', 'VAT_DECLARATION', 'CORPORATE_TAX'
    $null = $user | New-QardDataConnection -DataType COMPANY_PROFILE, COMPANY_OFFICER, BENEFICIAL_OWNER
    $null = $user | New-QardDataConnection -ProviderName comply_cube -DataType CONFORMITY_CHECK
    $null = $user | New-QardDataConnection -ProviderName sandbox_private -DataType $taxes | Grant-CompanyDataSandboxConsent | Wait-QardDataConnection
    $null = $user | New-QardDataConnection -ProviderName sandbox_openbanking -DataType BANK_ACCOUNT, BANK_TRANSACTION | Grant-CompanyDataSandboxConsent | Wait-QardDataConnection
    $null = $user | Start-QardSync | Wait-QardSync
    $user.Id
}

# A free address on loopback, and what listens there.
function Open-Listener {
    $probe = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $probe.Start()
    $uri = "http://127.0.0.1:$($probe.LocalEndpoint.Port)/"
    $probe.Stop()
    $listener = [Net.HttpListener]::new()
    $listener.Prefixes.Add($uri)
    $listener.Start()
    $uri, $listener
}

# A server on loopback that gives the same answer to everything and keeps what came. '{key}' and '{body}' in the answer become
# what was sent; a status of 0 never answers.
function Start-Server([int] $Status = 200, [string] $Body = '{}', [hashtable] $Header = @{}) {
    $uri, $listener = Open-Listener
    $requests = [Collections.ArrayList]::Synchronized([Collections.ArrayList]::new())
    $shell = [powershell]::Create().AddScript({
        param($listener, $requests, $status, $body, $header)
        while ($true) {
            try { $context = $listener.GetContext() } catch { return }
            $key = $context.Request.Headers['X-API-KEY'] ?? "$($context.Request.Headers['Authorization'])".Replace('Bearer ', '')
            $sent = [IO.StreamReader]::new($context.Request.InputStream).ReadToEnd()
            $null = $requests.Add([pscustomobject]@{
                Method = $context.Request.HttpMethod; Path = $context.Request.RawUrl; Key = $key; Body = $sent; Headers = $context.Request.Headers
            })
            if ($status) {
                $context.Response.StatusCode = $status
                $context.Response.ContentType = 'application/json'
                foreach ($name in $header.Keys) { $context.Response.Headers[$name] = $header[$name].Replace('{key}', $key) }
                $bytes = [Text.Encoding]::UTF8.GetBytes($body.Replace('{key}', $key).Replace('{body}', $sent))
                $context.Response.Close($bytes, $true)
            }
        }
    }).AddParameters(@($listener, $requests, $Status, $Body, $Header))
    $null = $shell.BeginInvoke()
    [pscustomobject]@{ Uri = $uri; Requests = $requests; Listener = $listener; Shell = $shell }
}

# A token as Creditro's look: its claims can be read, its signature is none.
function New-Jwt([hashtable] $Claim) {
    $parts = @{ alg = 'none' }, $Claim | ForEach-Object { [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes(($_ | ConvertTo-Json -Compress))) }
    ($parts + 'c2ln').ForEach({ $_.TrimEnd('=').Replace('+', '-').Replace('/', '_') }) -join '.'
}

function Stop-Server($Server) {
    $Server.Listener.Close()
    $Server.Shell.Dispose()
}
