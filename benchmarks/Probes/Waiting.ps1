# Kilobytes of live memory for each company that is waited for, while all of them are.
param([string] $Uri, [string] $IdPath)

Import-Module (Join-Path $PSScriptRoot '../../CompanyData.psd1')
Connect-Qard -Uri $Uri -ApiKey ([Net.NetworkCredential]::new('', 'sandbox-key').SecurePassword)
$session = Get-CompanyDataSession Qard
$ids = Get-Content $IdPath

# One wait first, so that what the first of its kind takes is not counted.
Wait-QardSync -UserId $ids[0] -Timeout 1 -ErrorAction Ignore
$before = [GC]::GetTotalMemory($true)
$requests = (Get-CompanyDataUsage).Requests

$waiting = [powershell]::Create([Management.Automation.RunspaceMode]::NewRunspace)
$null = $waiting.AddScript({
    param($module, $session, $ids)
    Import-Module $module
    $ids | Wait-QardSync -Session $session -ThrottleLimit $ids.Count -Timeout 3600
}).AddParameters(@((Get-Module CompanyData).Path, $session, $ids))
$run = $waiting.BeginInvoke()

# Each has listed its connections and looked at its synchronisation once, which takes a while: a session looks fifty times a second.
while (($session | Get-CompanyDataUsage).Requests - $requests -lt 2 * $ids.Count) {
    if ($run.IsCompleted) { throw $waiting.Streams.Error[0] }
    Start-Sleep -Milliseconds 100
}

$after = [GC]::GetTotalMemory($true)
$waiting.Stop()
($after - $before) / 1KB / $ids.Count
