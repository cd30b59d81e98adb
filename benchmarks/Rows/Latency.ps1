# The same list where each page takes a while to come.
param([switch] $Quick)

& "$PSScriptRoot/Transactions.ps1" -Quick:$Quick -Latency 50
