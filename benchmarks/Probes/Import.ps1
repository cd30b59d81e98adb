# Milliseconds that one step takes in this process, which has done nothing before.
param([string] $Root, [string] $Step, [string] $Uri, [string] $UserId)

$clock = [Diagnostics.Stopwatch]::new()
if ($Step -eq 'Empty') {
    $clock.Start()
    Import-Module (Join-Path $Root 'benchmarks/bin/EmptyModule.dll')
    return $clock.Elapsed.TotalMilliseconds
}

if ($Step -eq 'InvokeRestMethod') {
    $clock.Start()
    $null = Invoke-RestMethod "$Uri/users/$UserId" -Headers @{ 'X-API-KEY' = 'sandbox-key' }
    return $clock.Elapsed.TotalMilliseconds
}

$clock.Start()
Import-Module (Join-Path $Root 'CompanyData.psd1')
if ($Step -eq 'Import') { return $clock.Elapsed.TotalMilliseconds }
$key = [Net.NetworkCredential]::new('', 'sandbox-key').SecurePassword
$clock.Restart()
Connect-Qard -Uri $Uri -ApiKey $key
if ($Step -eq 'Connect') { return $clock.Elapsed.TotalMilliseconds }
$clock.Restart()
$null = Get-QardUser -Id $UserId
$clock.Elapsed.TotalMilliseconds
