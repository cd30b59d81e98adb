# Dot-source this first in BeforeAll of what tests Qonto: the shared helpers, and what only Qonto needs.
. "$PSScriptRoot/../Helpers.ps1"
$partner = @{ first_name = 'Sacha'; last_name = 'Modele'; email = 'sacha@partner.test' }
$token = ConvertTo-SecureString 'a-token' -AsPlainText -Force

function Get-QontoRequestCount { (Get-CompanyDataSession Qonto | Get-CompanyDataUsage).Requests }
function New-Owner { New-QontoStakeholder Camille Exemple camille@exemple.test -CapitalAmount 1000.10 -Owner -PhysicalShareholder -PhoneNumber '+33 123456789' }
function New-Table([string] $Number = '123456789', [string] $Flow = 'existing_company') {
    @{ legal_flow = $Flow; locale = 'fr'; partner_user = $partner; organization = @{ legal_number = $Number; legal_name = 'Exemple SAS' } }
}
