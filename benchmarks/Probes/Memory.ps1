# Megabytes by which the peak of this process lies above what it took when its session was open and nothing had been read.
param([string] $Uri, [string] $UserId, [string] $Way, [int] $Growth)

Import-Module (Join-Path $PSScriptRoot '../../CompanyData.psd1')
Connect-Qard -Uri $Uri -ApiKey ([Net.NetworkCredential]::new('', 'sandbox-key').SecurePassword)
$process = [Diagnostics.Process]::GetCurrentProcess()
$count = 0
$before = @{ Memory = $process.WorkingSet64 }
if ($Way -eq 'Module') {
    Get-QardCommerceTransaction -UserId $UserId | ForEach-Object {
        $count++
        if ($Growth -and $count -eq $Growth) {
            $process.Refresh()
            $before.Memory = $process.PeakWorkingSet64
        }
    }
}
else {
    $page = 0
    $all = do {
        $answer = Invoke-RestMethod "$Uri/users/$UserId/commerce-transactions?page=$((++$page))&per_page=100" -Headers @{ 'X-API-KEY' = 'sandbox-key' }
        $answer.result
    } while ($page -lt $answer.last_page)
    $count = $all.Count
}

$process.Refresh()
if ($count -lt 100000) { throw "Only $count transactions came." }
($process.PeakWorkingSet64 - $before.Memory) / 1MB
