# What people run into when they feed company data from files and other tools: one line a case, with what has to come out.
# The classes were collected from public bug reports; the rows below are this module's own. Where a public report shows the same case with
# another tool, its repository and number stand above the rows.
BeforeAll {
    . "$PSScriptRoot/../Helpers.ps1"

    function Invoke-In([string] $Culture, [scriptblock] $Run) {
        $before = [cultureinfo]::CurrentCulture
        try { [cultureinfo]::CurrentCulture = $Culture; & $Run } finally { [cultureinfo]::CurrentCulture = $before }
    }

    # What a server on loopback gets of a command, and the errors that the command makes.
    function Get-Sent([scriptblock] $Run) {
        $server = Start-Server -Body '{"id":"1"}'
        try {
            Connect-Qard -ApiKey (ConvertTo-Secret 'key') -Uri $server.Uri
            $failed = @()
            $ErrorActionPreference = $WarningPreference = 'SilentlyContinue'
            $null = . $Run
            [pscustomobject]@{ Requests = @($server.Requests); Bodies = @($server.Requests.Body | Where-Object { $_ }); Errors = @($failed) }
        }
        finally { Stop-Server $server }
    }
}

# dataplat/dbatools#10338 and dataplat/dbatools#10135: a date of a CSV file becomes another day, by the culture.
Describe 'A birth date in a row of New-QardUser' {
    It '<Written> is <Read>' -ForEach @(
        @{ Written = '1980-12-25'; Read = '1980-12-25' }
        @{ Written = '1980/12/25'; Read = '1980-12-25' }
        @{ Written = '1980.1.5'; Read = '1980-01-05' }
        @{ Written = '19801225'; Read = '1980-12-25' }
        @{ Written = ' 1980-12-25 '; Read = '1980-12-25' }
        @{ Written = '1980-12-25 00:00:00'; Read = '1980-12-25' }
        @{ Written = '1980-12-25T23:30:00-05:00'; Read = '1980-12-25' }
        @{ Written = '1980-12-25T00:30:00+12:00'; Read = '1980-12-25' }
        @{ Written = [datetime] '1980-12-25T23:59:00'; Read = '1980-12-25' }
        @{ Written = [datetimeoffset] '1980-12-25T00:30:00+12:00'; Read = '1980-12-25' }
        @{ Written = ''; Read = $null }
    ) {
        foreach ($culture in 'en-US', 'fr-FR', 'th-TH', 'fa-IR', 'ar-SA') {
            $sent = Invoke-In $culture { Get-Sent { [pscustomobject]@{ FirstName = 'Anne'; LastName = 'Durand'; BirthDate = $Written } | New-QardUser -ErrorVariable failed } }
            $sent.Errors | Should -BeNullOrEmpty
            ($sent.Bodies | ConvertFrom-Json -DateKind String).birth_date | Should -Be $Read -Because $culture
        }
    }

    # The person was created without a birth date, or with another, and without a word.
    # cdimascio/express-openapi-validator#707: an invalid date becomes null without an error.
    It '<_> is one error of that row, and the person is not created' -ForEach @(
        '25/12/1980', '12/25/1980', '05/01/1980', '1980-02-30', '1980-13-01', '1980', '1980-12', '0000-00-00', 'unknown', '10:30', '25 décembre 1980', '29580', '1980-12-25 1981-01-01'
    ) {
        foreach ($culture in 'en-US', 'fr-FR') {
            $sent = Invoke-In $culture { Get-Sent { "FirstName,LastName,BirthDate`nAnne,Durand,$_`nJean,Petit,1970-01-02" | ConvertFrom-Csv | New-QardUser -ErrorVariable failed } }
            $sent.Errors | Should -HaveCount 1
            $sent.Errors[0] | Should -BeLike "Row 1 (Anne Durand): BirthDate: '$_' is not a date. Write the year first, such as 1980-12-25."
            $sent.Errors[0].TargetObject | Should -Be 'Anne Durand'
            $sent.Bodies | Should -HaveCount 1
            $sent.Bodies[0] | Should -BeLike '*Petit*1970-01-02*'
        }
    }
}

Describe 'Other values in rows' {
    It 'New-QardUser: a <Column> of <Value> is an error that names it' -ForEach @(
        @{ Column = 'ReturnUrl'; Value = 'not an address' }
        @{ Column = 'ReturnUrl'; Value = '/back' }
    ) {
        $sent = Get-Sent { [pscustomobject]@{ Name = 'Exemple SAS'; Siren = '383474814'; $Column = $Value } | New-QardUser -ErrorVariable failed }
        $sent.Errors | Should -HaveCount 1
        $sent.Errors[0] | Should -BeLike "Row 1 (Exemple SAS): $($Column): '$Value' is not a web address.*"
        $sent.Requests | Should -HaveCount 0
    }

    It 'New-QontoStakeholder: Owner=<Written> is <Read>' -ForEach @(
        @{ Written = 'True'; Read = $true }, @{ Written = 'true'; Read = $true }, @{ Written = '1'; Read = $true }, @{ Written = 1; Read = $true }
        @{ Written = 'Oui'; Read = $true }, @{ Written = 'yes'; Read = $true }, @{ Written = 'VRAI'; Read = $true }, @{ Written = $true; Read = $true }
        @{ Written = 'False'; Read = $false }, @{ Written = '0'; Read = $false }, @{ Written = 'non'; Read = $false }, @{ Written = 'no'; Read = $false }, @{ Written = ''; Read = $false }
    ) {
        $made = [pscustomobject]@{ FirstName = 'Anne'; LastName = 'Durand'; Email = 'a@exemple.test'; CapitalAmount = 10; Owner = $Written } | New-QontoStakeholder
        $made.IsOwner | Should -Be $Read
    }

    It 'New-QontoStakeholder: a <Column> of <Value> is an error that names it' -ForEach @(
        @{ Column = 'Owner'; Value = 'maybe'; Says = "Anne Durand: Owner: 'maybe' is neither true nor false. Write true, false, 1, 0, yes, no, oui or non." }
        @{ Column = 'PhysicalShareholder'; Value = '2'; Says = "Anne Durand: PhysicalShareholder: '2' is neither true nor false.*" }
        @{ Column = 'BirthDate'; Value = '25/12/1980'; Says = "Anne Durand: BirthDate: '25/12/1980' is not a date.*" }
        @{ Column = 'Gender'; Value = 'femme'; Says = "Anne Durand: Gender: 'femme' is not one of male, female, other." }
        @{ Column = 'BirthAddress'; Value = '75001 Paris'; Says = "Anne Durand: BirthAddress: '75001 Paris' is not a table.*" }
        @{ Column = 'BirthAddress'; Value = @{ citty = 'Paris' }; Says = "Anne Durand: BirthAddress: 'citty' is not one of line_1, line_2, postal_code, city, country. Did you mean 'city'?" }
        @{ Column = 'LegalEntity'; Value = @{ Name = 'Exemple' }; Says = "Anne Durand: LegalEntity: 'Name' is not one of legal_name, *" }
        @{ Column = 'Owner'; Value = 'True', 'False'; Says = "Anne Durand: Owner: 'True|False' is neither true nor false.*" }
        @{ Column = 'LegalEntity'; Value = 'Exemple'; Says = "Anne Durand: LegalEntity: 'Exemple' is not a table.*" }
    ) {
        $row = [pscustomobject]@{ FirstName = 'Anne'; LastName = 'Durand'; Email = 'a@exemple.test'; CapitalAmount = 10; $Column = $Value }
        $row | New-QontoStakeholder -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
        $failed[0] | Should -BeLike $Says
    }

    It 'New-QontoStakeholder: a row without a column is an error that names the person; a table is a row' {
        $made = [pscustomobject]@{ FirstName = 'Anne'; LastName = 'Durand'; CapitalAmount = 1 }, @{ FirstName = 'Jean'; LastName = 'Petit'; Email = 'j@exemple.test'; CapitalAmount = 1; Owner = 'oui' } |
            New-QontoStakeholder -ErrorAction SilentlyContinue -ErrorVariable failed
        $made.LastName, $made.IsOwner | Should -Be 'Petit', $true
        $failed | Should -HaveCount 1
        $failed[0] | Should -BeLike 'Anne Durand: Email is missing. Give -Email, or a column of this name.'
    }

    It 'New-QontoStakeholder: a row takes no value from the one before' {
        $made = 'FirstName,LastName,Email,CapitalAmount,Owner', 'Anne,Durand,a@exemple.test,10.50,oui', 'Jean,Petit,j@exemple.test,1,' | ConvertFrom-Csv | New-QontoStakeholder
        $made.IsOwner | Should -Be $true, $false
        $made = [pscustomobject]@{ FirstName = 'Anne'; LastName = 'Durand'; Email = 'a@exemple.test'; CapitalAmount = 1; BirthAddress = @{ City = 'Paris'; PostalCode = '75001' } },
            [pscustomobject]@{ FirstName = 'Jean'; LastName = 'Petit'; Email = 'j@exemple.test'; CapitalAmount = 1 } | New-QontoStakeholder -PhysicalShareholder
        $made[0].BirthAddress.City, $made[0].BirthAddress.PostalCode, $made[1].BirthAddress | Should -Be 'Paris', '75001', $null
        $made.ShareholdingType | Should -Be 'physical', 'physical'
    }

    It 'New-QontoStakeholder: empty cells are nothing' {
        $made = 'FirstName,LastName,Email,CapitalAmount,Owner,Gender,PhoneNumber,BirthDate', 'Anne,Durand,a@exemple.test,10.50,,,,' | ConvertFrom-Csv | New-QontoStakeholder
        $made.Gender, $made.PhoneNumber, $made.BirthDate | Should -Be $null, $null, $null
        $made.CapitalAmount.Value | Should -Be '10.50'
    }

    It 'a capital is the same text in <_>' -ForEach 'en-US', 'fr-FR', 'ar-SA' {
        (Invoke-In $_ { New-QontoStakeholder Anne Durand a@exemple.test -CapitalAmount 1023.43 }).CapitalAmount.Value | Should -Be '1023.43'
    }
}

Describe 'Dates and numbers of parameters' {
    BeforeAll { Connect-CompanyDataSandbox }

    It '-MinDate <_> is refused in any culture' -ForEach '05/01/2026', '1/5/26', '10:30', '2026-02-30', 'yesterday' {
        foreach ($culture in 'en-US', 'fr-FR', 'th-TH') {
            { Invoke-In $culture { Get-PowensTransaction -MinDate $_ } } | Should -Throw "*'MinDate'*'$_' is not a date. Write the year first*"
        }
    }

    It '-MinDate 2026-01-05 is that day in <_>' -ForEach 'en-US', 'fr-FR', 'th-TH', 'fa-IR' {
        $server = Start-Server -Body '{"transactions":[]}'
        try {
            Connect-Powens -Uri $server.Uri -UserToken (ConvertTo-Secret 'token')
            $null = Invoke-In $_ { Get-PowensTransaction -MinDate 2026-01-05 -MaxDate 2026-01-31 -MinValue -1.5 }
            $server.Requests[0].Path | Should -BeLike '*min_date=2026-01-05&max_date=2026-01-31*min_value=-1.5*'
        }
        finally { Stop-Server $server }
    }

    It '<_> cannot match anything, and says so' -ForEach @(
        'Get-PowensTransaction -MinDate 2026-01-05 -MaxDate 2025-01-01', 'Get-PowensTransaction -MinValue 10 -MaxValue 1.5', 'Get-PowensBalance -MinDate 2026-01-05 -MaxDate 2026-01-04'
        'Get-PowensDocument -MinAmount 2 -MaxAmount 1'
    ) { { & ([scriptblock]::Create($_)) } | Should -Throw '*is above -Max*, so that nothing can match.*' -ErrorId 'PowensInvalidInput,*' }

    It 'a bound that equals the other is a range' {
        Connect-CompanyDataSandbox
        { Get-PowensTransaction -MinDate 2026-01-05 -MaxDate 2026-01-05 -MinValue 1 -MaxValue 1.0 } | Should -Not -Throw
    }

    It '-Timeout <_> is no duration: which are' -ForEach '5 min', 'soon' { { Wait-QardSync x -Timeout $_ } | Should -Throw "*'$_' is not a duration. Give a number of seconds, or a TimeSpan*" }

    It '<_> is an error, not everything and not nothing' -ForEach @(
        "Start-QardSync x ' '", "Wait-QardSync x -DataType ' '", "Get-QardData ' ' x", "Invoke-QardCollection A 383474814 -DataType ' , '", "New-QardDataConnection x -DataType ' '", "Set-QardDataConnection x y -DataType ''"
    ) { { & ([scriptblock]::Create("$_ -ErrorAction Stop")) } | Should -Throw "*'DataType'*" }

    # PowerShell reads '1,5' as 15.
    It '-MinValue 1,5 in quotes is refused' { { Get-PowensTransaction -MinValue '1,5' } | Should -Throw "*'1,5' is not a number*" }
}

# dataplat/dbatools#9441: a misspelt variable meant all jobs, which were then removed; vmware-archive/powernsx#612: the same with edges.
# PowerShell/PowerShell#2540 and PowerShell/PowerShell#2672: Get-Service and others gave everything for $null.
Describe 'A null that was given' {
    BeforeEach { Connect-CompanyDataSandbox; $before = (Get-CompanyDataSession Powens | Get-CompanyDataUsage).Requests }
    AfterEach { (Get-CompanyDataSession Powens | Get-CompanyDataUsage).Requests | Should -Be $before -Because 'nothing is sent' }

    # Each gave everything there is; before | Set-PowensAccount, a misspelt variable would have changed it all.
    It '<_> is an error' -ForEach @(
        'Get-PowensAccount -ConnectionId $null', 'Get-PowensAccount -AccountId $null', 'Get-PowensAccount -UserId $null', "Get-PowensAccount -ConnectionId ''"
        'Get-PowensTransaction -ConnectionId $null', 'Get-PowensTransaction -AccountId $null', 'Get-PowensTransaction -MinDate $null', 'Get-PowensTransaction -MinValue $null'
        'Get-PowensInvestment -AccountId $null', 'Get-PowensInvestment -InvestmentId $null', 'Get-PowensSubscription -ConnectionId $null'
        'Get-PowensDocument -SubscriptionId $null', 'Get-PowensDocument -ConnectionId $null', 'Get-PowensConnection -ConnectionId $null', 'Get-PowensUser $null'
        'Set-PowensAccount 1 -Name x -Display $null', 'Set-PowensTransaction 1 -Comment $null -Active true'
        'Start-QardSync user -DataType $null', 'Set-QardUser user -Notification $null -Name x', 'Get-QardUser -Siren $null', 'New-QardUser Exemple 383474814 -Country $null'
        'Invoke-QardCollection Exemple $null', 'New-QontoStakeholder A B c@d.test -CapitalAmount 1 -BirthDate $null'
    ) {
        { & ([scriptblock]::Create($_)) -ErrorAction Stop } | Should -Throw
    }

    It 'in a row, <Row> | <Command> is an error' -ForEach @(
        @{ Command = 'Get-PowensAccount'; Row = @{ ConnectionId = $null } }
        @{ Command = 'Get-PowensAccount'; Row = @{ AccountId = $null; ConnectionId = 3 } }
        @{ Command = 'Get-PowensAccount'; Row = @{ UserId = $null } }
        @{ Command = 'Get-PowensTransaction'; Row = @{ ConnectionId = ''; UserId = 'me' } }
        @{ Command = 'Get-PowensInvestment'; Row = @{ AccountId = ' ' } }
        @{ Command = 'Get-PowensSubscription'; Row = @{ ConnectionId = $null } }
        @{ Command = 'Get-PowensDocument'; Row = @{ SubscriptionId = $null; ConnectionId = 1 } }
        @{ Command = 'Get-PowensAccount'; Row = @{ ConnectionId = 1, 2; UserId = 'me' } }
    ) {
        [pscustomobject] $Row | & $Command -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
    }

    It '<_> names the thing' -ForEach '$null | Get-QardCompanyProfile', 'Get-QardCompanyProfile $null', '$null | Get-QardUser' {
        { & ([scriptblock]::Create($_)) -ErrorAction Stop } | Should -Throw '*The user is null or empty.*'
    }
}

Describe 'A siren' {
    BeforeEach { Connect-CompanyDataSandbox -SyncDuration 0 }

    # bhollis/jsonview#129: a zero-width space in front of a copied number; validatorjs/validator.js#802: it makes valid input invalid.
    # C2FO/fast-csv#131 and biolab/orange3#7000: the byte order mark of an Excel file stays on the first value or column.
    It 'written <What> is read' -ForEach @(
        @{ What = 'with a zero-width space'; Siren = "383474814`u{200b}" }
        @{ What = 'behind a byte order mark'; Siren = "`u{feff}383474814" }
        @{ What = 'with a mark of direction'; Siren = "`u{200e}383474814" }
        @{ What = 'with a soft hyphen'; Siren = "383`u{ad}474814" }
        @{ What = 'with narrow spaces'; Siren = "383`u{202f}474`u{202f}814" }
        @{ What = 'as a number'; Siren = 383474814 }
        @{ What = 'as an unsigned number'; Siren = [uint32] 383474814 }
        @{ What = 'as a decimal'; Siren = [double] 383474814 }
    ) {
        ([pscustomobject]@{ Name = 'Exemple SAS'; Siren = $Siren } | New-QardUser -WarningVariable warned).Siren | Should -Be '383474814'
        $warned | Should -BeNullOrEmpty
    }

    # SEED-platform/seed#2562: Excel drops leading zeros; bowenliang123/markdown-exporter#73: long numbers come back as 6.93217E+12.
    It '<Siren>: <Says>' -ForEach @(
        @{ Siren = '5880596'; Says = 'leading zeros: with them it is 005880596' }
        @{ Siren = '383474814.0'; Says = 'the siren is 383474814' }
        @{ Siren = '3,83475E+08'; Says = 'digits are lost' }
        @{ Siren = '38347481400011'; Says = 'a siret of 14 digits, which identifies an establishment' }
        @{ Siren = 'FR62383474814'; Says = 'VAT number' }
        @{ Siren = '383474814 542065479'; Says = 'more than one value' }
        @{ Siren = '383474814;542065479'; Says = 'more than one value' }
        @{ Siren = @('383474814', '542065479'); Says = 'more than one value' }
        @{ Siren = [double]::NaN; Says = "'NaN' is not a siren" }
        @{ Siren = '383-474-814'; Says = 'Write its digits alone: 383474814.' }
        @{ Siren = '383.474.814'; Says = 'Write its digits alone: 383474814.' }
        @{ Siren = 'SIREN 383474814'; Says = 'Write its digits alone: 383474814.' }
        @{ Siren = "`u{ff13}`u{ff18}`u{ff13}`u{ff14}`u{ff17}`u{ff14}`u{ff18}`u{ff11}`u{ff14}"; Says = 'Write its digits alone: 383474814.' }
    ) {
        foreach ($command in 'New-QardUser', 'Invoke-QardCollection') {
            [pscustomobject]@{ Name = 'Exemple SAS'; Siren = $Siren } | & $command -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
            $failed | Should -HaveCount 1
            $failed[0] | Should -BeLike "Row 1 (Exemple SAS): *is not a siren: it must have 9 digits.*"
            $failed[0] | Should -BeLike "*$Says*"
        }
        Get-RequestCount | Should -Be 0
    }

    It 'with a wrong check digit is a warning, and goes through' {
        foreach ($command in 'New-QardUser', 'Invoke-QardCollection') {
            (New-Row 383474815 'Exemple SAS' | & $command -WarningAction SilentlyContinue -WarningVariable warned).Siren | Should -Be '383474815'
            $warned[0] | Should -BeLike '*check digit of the siren 383474815 (Exemple SAS) is wrong*'
        }
    }

    # ronanguilloux/IsoCodes#134 and arthurdejong/python-stdnum#291: numbers of La Poste do not follow the rule of the check digit.
    It 'of La Poste is none' {
        $null = New-QardUser 'LA POSTE' 356000000 -WarningVariable warned
        $warned | Should -BeNullOrEmpty
    }
}

Describe 'A row that is <What>' -ForEach @(
    @{ What = 'an ordered table'; Row = [ordered]@{ Siren = '383474814'; Name = 'Exemple SAS' } }
    @{ What = 'a hashtable of other columns'; Row = @{ RegistrationNumber = 383474814; CompanyName = 'Exemple SAS' } }
    @{ What = 'a KYC case'; Row = [pscustomobject]@{ CompanyNumber = '383474814'; Name = 'Exemple SAS' } }
) {
    It 'is read by <_>' -ForEach 'New-QardUser', 'Invoke-QardCollection' {
        Connect-CompanyDataSandbox -SyncDuration 0
        $made = $Row | & $_
        $made.Siren, $made.Name | Should -Be '383474814', 'Exemple SAS'
    }
}

Describe 'Rows of several kinds' {
    BeforeEach { Connect-CompanyDataSandbox }

    It 'do not take values from each other' {
        $made = @{ Siren = '383474814'; Name = 'Exemple SAS'; PostalCode = '75001' }, [pscustomobject]@{ Siren = '542065479' }, [pscustomobject]@{ Siren = '722057460'; Name = 'Autre SAS' } |
            New-QardUser -ErrorAction SilentlyContinue -ErrorVariable failed
        $made.Siren | Should -Be '383474814', '722057460'
        $made[0].PostalCode, $made[1].PostalCode | Should -Be '75001', $null
        $failed | Should -HaveCount 1
        $failed[0] | Should -BeLike 'Row 2 (542065479): the company has no name.*'
    }

    It 'a row of a database is read, its empty cells are empty' {
        $table = [Data.DataTable]::new()
        'Name', 'Siren', 'PostalCode', 'ReturnUrl' | ForEach-Object { $null = $table.Columns.Add($_) }
        $null = $table.Rows.Add('Exemple SAS', '383474814', [DBNull]::Value, [DBNull]::Value)
        $null = $table.Rows.Add([DBNull]::Value, '542065479', '75001', [DBNull]::Value)
        $made = $table.Rows | New-QardUser -ErrorAction SilentlyContinue -ErrorVariable failed
        $made.Name, $made.Siren, $made.PostalCode | Should -Be 'Exemple SAS', '383474814', $null
        $failed | Should -HaveCount 1
        $failed[0] | Should -BeLike 'Row 2 (542065479): the company has no name.*'
        $person = [pscustomobject]@{ FirstName = 'Anne'; LastName = 'Durand'; Email = 'a@exemple.test'; CapitalAmount = 1; Owner = [DBNull]::Value; BirthDate = [DBNull]::Value; BirthAddress = [DBNull]::Value } | New-QontoStakeholder
        $person.IsOwner, $person.BirthDate, $person.BirthAddress | Should -Be $false, $null, $null
    }

    It 'a table is a row wherever a user is: <Name>' -ForEach @(
        @{ Name = 'a hash table'; Row = { @{ UserId = $args[0] } } }, @{ Name = 'an ordered table'; Row = { [ordered]@{ Id = $args[0]; Name = 'x' } } }, @{ Name = 'an object'; Row = { [pscustomobject]@{ UserId = $args[0] } } }
    ) {
        $id = (New-Row 383474814 | New-QardUser 3> $null).Id
        (& $Row $id | Get-QardUser).Id | Should -Be $id
    }

    It 'several users in one argument: pipe them' {
        { Get-QardCompanyProfile -UserId 'a', 'b' } | Should -Throw '*Several users were given*Pipe them in*'
    }

    It 'a column whose name has <What> is read' -ForEach @{ What = 'a space at its end'; Name = 'Siren ' }, @{ What = 'a byte order mark'; Name = "`u{feff}siren" } {
        foreach ($command in 'New-QardUser', 'Invoke-QardCollection') {
            $made = [pscustomobject]@{ $Name = '383474814'; Name = 'Exemple SAS' }, [pscustomobject]@{ $Name = '542065479'; Name = 'Autre SAS' } | & $command 3> $null
            $made.Siren | Should -Be '383474814', '542065479'
        }
    }

    It 'columns that were not separated: how to read the file' {
        $rows = 'name;siren', 'Exemple SAS;383474814' | ConvertFrom-Csv
        foreach ($command in 'New-QardUser', 'Invoke-QardCollection') {
            $rows | & $command -ErrorAction SilentlyContinue -ErrorVariable failed
            $failed[0] | Should -BeLike "*this row has one column, 'name;siren': read the file with Import-Csv -Delimiter ';'."
        }
    }

    It 'a cell that is <What> is an error of its row' -ForEach @(
        @{ What = 'a table'; Cell = @{ a = 1 }; Says = 'A Hashtable is not text.' }
        @{ What = 'a script block'; Cell = { 1 }; Says = 'A ScriptBlock is not text.' }
        @{ What = 'text with an escape sequence'; Cell = "A`e[31mB"; Says = 'the text has the control character U+001B; remove it.' }
    ) {
        $rows = [pscustomobject]@{ Name = $Cell; Siren = '383474814' }, [pscustomobject]@{ Name = 'Autre SAS'; Siren = '542065479' }
        foreach ($command in 'New-QardUser', 'Invoke-QardCollection') {
            $made = $rows | & $command -ErrorAction SilentlyContinue -ErrorVariable failed -WarningVariable warned 3> $null
            $made.Siren | Should -Be '542065479'
            $failed | Should -HaveCount 1
            $failed[0] | Should -BeLike "Row 1 (*): Name: $Says"
            $warned | Should -Not -Contain 'The input is empty: it has no companies.'
        }
        [pscustomobject]@{ FirstName = 'Anne'; LastName = $Cell } | New-QardUser -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0] | Should -BeLike "Row 1 (Anne*): LastName: $Says"
        [pscustomobject]@{ FirstName = 'Anne'; LastName = 'Durand'; Email = $Cell; CapitalAmount = 1 } | New-QontoStakeholder -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0] | Should -BeLike "Anne Durand: Email: $Says"
    }

    It 'a name of nothing but invisible characters is none' {
        [pscustomobject]@{ Name = "`u{200b}`u{a0}"; Siren = '383474814' } | New-QardUser -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0] | Should -BeLike 'Row 1 (383474814): the company has no name.*'
        ([pscustomobject]@{ Name = "`u{feff}Exemple SAS`u{200b} "; Siren = '383474814' } | New-QardUser).Name | Should -Be 'Exemple SAS'
    }

    It 'a list of data types in one text is read: <_>' -ForEach 'COMPANY_PROFILE,COMPANY_OFFICER', 'company_profile; company_officer', "COMPANY_PROFILE`nCOMPANY_OFFICER" {
        $connection = New-Row 383474814 | New-QardUser 3> $null | New-QardDataConnection -DataType $_ -WarningVariable warned
        $connection.DataTypes | Should -Be 'COMPANY_PROFILE', 'COMPANY_OFFICER'
        $warned | Should -BeNullOrEmpty
    }

    It 'a birth date that nobody living has is an error of its row: <_>' -ForEach '2980-12-25', '0980-12-25' {
        [pscustomobject]@{ FirstName = 'Anne'; LastName = 'Durand'; BirthDate = $_ } | New-QardUser -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0] | Should -Be "Row 1 (Anne Durand): BirthDate: $_ is not the birth date of a living person. Is a digit mistyped?"
    }

    It 'a name that is changed has to be seen: <What>' -ForEach @{ What = 'a zero-width space'; Name = "`u{200b}" }, @{ What = 'an escape sequence'; Name = "A`e[31mB" } {
        { Set-QardUser x -Name $Name -ErrorAction Stop } | Should -Throw -ErrorId 'QardInvalidInput,*'
    }

    It 'a table with a person makes a person' {
        (@{ FirstName = 'Anne'; LastName = 'Durand'; BirthDate = '1980-12-25' } | New-QardUser).Type | Should -Be 'NATURAL'
    }

    It 'a cell that is empty is not said to be a missing column' {
        [pscustomobject]@{ siren = ''; name = 'Exemple SAS' } | New-QardUser -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0] | Should -BeLike 'Row 1 (Exemple SAS): the company has no siren.*; it is empty in this row.'
    }

    It 'two names in one cell are an error' {
        [pscustomobject]@{ siren = '383474814'; name = 'A', 'B' } | New-QardUser -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0] | Should -BeLike "Row 1 (A|B): Name: the cell has more than one value ('A|B'); give one per row."
        Get-RequestCount | Should -Be 0
    }
}

Describe 'Characters that were lost' {
    BeforeEach { Connect-CompanyDataSandbox }

    It 'are never sent: <_>' -ForEach @(
        'New-QardUser "Soci`u{fffd}t`u{fffd}" 383474814', 'New-QardUser -FirstName "H`u{fffd}l`u{fffd}ne" -LastName Durand'
        '[pscustomobject]@{ name = "Soci`u{fffd}t`u{fffd}"; siren = "383474814" } | New-QardUser', 'New-QardUser "Exemple`u{d83d}" 383474814'
        'Set-QardUser user -Name "Soci`u{fffd}t`u{fffd}"', '[pscustomobject]@{ name = "Soci`u{fffd}t`u{fffd}"; siren = "383474814" } | Invoke-QardCollection'
    ) {
        { & ([scriptblock]::Create($_)) -ErrorAction Stop } | Should -Throw
        { . ([scriptblock]::Create("$_ -ErrorAction Stop")) } | Should -Throw '*lost characters*'
        @(Get-QardUser).Count | Should -Be 0
    }

    It 'a registration in <Name> is <Read>' -ForEach @(
        @{ Name = 'UTF-8'; Encoding = [Text.UTF8Encoding]::new($false); Read = 'read' }
        @{ Name = 'UTF-8 with a BOM'; Encoding = [Text.UTF8Encoding]::new($true); Read = 'read' }
        @{ Name = 'UTF-16'; Encoding = [Text.Encoding]::Unicode; Read = 'read' }
        @{ Name = 'Latin-1'; Encoding = [Text.Encoding]::Latin1; Read = 'refused' }
    ) {
        $json = '{"legal_flow":"existing_company","partner_user":{"first_name":"Hélène","last_name":"Exemple","email":"h@exemple.test"},"organization":{"legal_number":"383474814"}}'
        $path = Join-Path $TestDrive "$(New-Guid).json"
        [IO.File]::WriteAllText($path, $json, $Encoding)
        if ($Read -eq 'read') {
            (New-QontoRegistration -Path $path).PartnerUser.FirstName | Should -Be 'Hélène'
        }
        else {
            { New-QontoRegistration -Path $path -ErrorAction Stop } | Should -Throw '*is not UTF-8*Windows-1252*'
            { Test-QontoRegistration -Path $path -ErrorAction Stop } | Should -Throw '*is not UTF-8*'
        }
    }

    It 'in a registration are a finding, and not sent with -SkipValidation either' {
        $registration = @{ legal_flow = 'existing_company'; partner_user = @{ first_name = "H`u{fffd}l"; last_name = 'Exemple'; email = 'h@exemple.test' }; organization = @{ legal_number = '383474814' } }
        (Test-QontoRegistration $registration).Pointer | Should -Be '/partner_user/first_name'
        { $registration | New-QontoRegistration -SkipValidation -ErrorAction Stop } | Should -Throw '*lost characters*'
    }
}

Describe 'A path' {
    BeforeAll { Connect-CompanyDataSandbox -SyncDuration 0; $dossier = Invoke-QardCollection 'Exemple SAS' 383474814 }

    # It was written into the folder of the process.
    # PowerShell/PowerShell#3428 and ebekker/ACMESharp#136: a relative path means the folder of the process, not PowerShell's location.
    It 'in another provider is refused: <_>' -ForEach @(
        'Invoke-QardCollection X 383474814 -JournalPath j.jsonl', 'Get-QardCollectionJournal -LiteralPath PATH', 'Get-QardCollectionJournal PATH', 'Export-CompanyDossier out $dossier'
        'Save-QardFile 1 -Path x', 'Save-PowensDocument 1 -Path x', 'New-QontoRegistration -Path x.json', 'Test-QontoRegistration -Path x.json'
        'Add-QontoRegistrationFile 1 x.pdf organization-kbis', 'Start-CompanyDataAudit audit.jsonl'
        'Invoke-QardCollection X 383474814 -SavePath kept', 'Get-CompanyDossier kept', 'Compare-CompanyDossier -Path kept', 'Import-CompanyDossier PATH', 'Import-CompanyDossier -LiteralPath PATH'
        'Get-CompanyDataAudit PATH', 'Get-CompanyDataAudit -LiteralPath PATH', 'Test-CompanyDataAudit PATH', 'Test-CompanyDataAudit -LiteralPath PATH'
    ) {
        $before = @(Get-ChildItem -LiteralPath ([Environment]::CurrentDirectory)).Count
        Push-Location Env:
        try { { & ([scriptblock]::Create("$_ -ErrorAction Stop")) } | Should -Throw '*is not in the file system but in the provider Environment*' }
        finally { Pop-Location; Stop-CompanyDataAudit }
        @(Get-ChildItem -LiteralPath ([Environment]::CurrentDirectory)).Count | Should -Be $before
    }

    It 'of a dossier that ends in .pdf makes no folder of that name' {
        $path = Join-Path $TestDrive 'a.pdf'
        { $dossier | Export-CompanyDossier -Path $path } | Should -Throw '*looks like a file*.html*'
        Test-Path $path | Should -BeFalse
    }

    It 'with brackets in its name is taken as it is: <_>' -ForEach 'run [1].jsonl', 'a[b]c.jsonl' {
        $path = Join-Path $TestDrive $_
        $null = Invoke-QardCollection 'Exemple SAS' 383474814 -JournalPath $path -SavePath "$path.kept" -Force
        Test-Path -LiteralPath $path | Should -BeTrue
        (Get-QardCollectionJournal -LiteralPath $path).Siren | Should -Be '383474814'
        (Get-CompanyDossier "$path.kept").Siren | Should -Be '383474814'
        (Get-QardCollectionJournal $path).Siren | Should -Be '383474814'
    }

    It 'of a folder where a file is needed, and the other way round, says so' {
        $file = Join-Path $TestDrive 'a-file'
        Set-Content $file 'x'
        { Invoke-QardCollection 'Exemple SAS' 383474814 -JournalPath $TestDrive } | Should -Throw "'$TestDrive' is a folder. Give the path of a file."
        $said = try { Invoke-QardCollection 'Exemple SAS' 383474814 -SavePath $file } catch { $_ }
        $said.ErrorDetails.RecommendedAction | Should -Be "'$file' is a file. Give the path of a folder."
        { $dossier | Export-CompanyDossier -Path ' ' } | Should -Throw 'The path is blank.'
        { Invoke-QardCollection -Path $TestDrive } | Should -Throw "'$TestDrive' is a folder. Give the path of a CSV file."
        [IO.File]::WriteAllBytes("$TestDrive/book.csv", [byte[]] (0x50, 0x4B, 3, 4))
        { Invoke-QardCollection -Path "$TestDrive/book.csv" } | Should -Throw "*is an Excel workbook or an archive, not a CSV file. Save it as CSV UTF-8."
        { Get-QardCollectionJournal 'NoSuchDrive:/run.jsonl' -ErrorAction Stop } | Should -Throw "The path 'NoSuchDrive:/run.jsonl' cannot be resolved*"
        { New-QontoRegistration 'registration.json' -ErrorAction Stop } | Should -Throw "'registration.json' is not JSON but the name of a file. Give it with -Path."
        { Test-QontoRegistration '{"legal_flow":"x",}' -ErrorAction Stop } | Should -Throw 'The text is not JSON: *(line 1, position *).'
        { Export-CompanyDossier $file -Dossier @($dossier, $dossier) } | Should -Throw '*one dossier at a time. Pipe several in*'
    }

    It 'of dossiers has to be given' {
        (Get-Command Export-CompanyDossier).Parameters.Path.Attributes.Mandatory | Should -Contain $true
    }
}

Describe 'A key' {
    # nf1973/Spotify-2-AppleMusic#7: the token was entered with the word Bearer; postmanlabs/postman-app-support#11010: with white space at its end.
    It 'pasted as <_> is sent without it' -ForEach 'Bearer the-key', 'bearer  the-key', '"the-key"', "'the-key'", '"Bearer the-key"', "the-key`n", "`u{201c}the-key`u{201d}" {
        $server = Start-Server -Body '{}'
        try {
            Connect-Qard -ApiKey (ConvertTo-Secret $_) -Uri $server.Uri -MaxRetry 0
            $null = Get-QardProfile -ErrorAction SilentlyContinue
            $env:QARD_API_KEY = $_
            Connect-Qard -Uri $server.Uri -MaxRetry 0
            $null = Get-QardProfile -ErrorAction SilentlyContinue
            $server.Requests.Key | Sort-Object -Unique | Should -Be 'the-key'
        }
        finally { $env:QARD_API_KEY = $null; Stop-Server $server }
    }

    It 'given as text is refused with the way to a SecureString, and not shown' {
        $said = try { Connect-Qard -ApiKey 'the-key' } catch { "$_" }
        $said | Should -BeLike '*SecureString*Read-Host -AsSecureString*ConvertTo-SecureString*'
        $said | Should -Not -BeLike '*the-key*'
    }
}

Describe 'Numbers of any kind' {
    BeforeEach { Connect-CompanyDataSandbox }

    It 'a registration takes <Number.GetType()>' -ForEach @(
        @{ Number = [uint32] 12 }, @{ Number = [byte] 12 }, @{ Number = [uint64] 12 }, @{ Number = [int16] 12 }, @{ Number = [bigint] 12 }
    ) {
        $registration = @{ legal_flow = 'existing_company'; partner_user = @{ first_name = 'A'; last_name = 'B'; email = 'h@exemple.test' }; organization = @{ legal_number = '383474814'; total_capital_amount = @{ value = $Number; currency = 'EUR' } } }
        Test-QontoRegistration $registration | Should -BeNullOrEmpty
    }

    It 'NaN is refused by name' {
        { Test-QontoRegistration @{ organization = @{ total_capital_amount = [double]::NaN } } -ErrorAction Stop } | Should -Throw 'NaN is not a number that can be sent*'
        { Set-PowensConfiguration x ([double]::NaN) -ErrorAction Stop } | Should -Throw 'NaN is not a number that can be sent*'
    }
}

Describe 'Natural names' {
    BeforeAll {
        Connect-CompanyDataSandbox -SyncDuration 0
        $dossier = Invoke-QardCollection 'Exemple SAS' 383474814
        $connection = @(Get-PowensConnection)[0]
        $account = @(Get-PowensAccount)[0]
    }

    It '-Id works on every Get-, Set-, Remove- and Wait- of a thing with an id' {
        Get-Command -Module CompanyData -Verb Get, Set, Remove, Wait |
            Where-Object Noun -Match '^(QardUser|QardDataConnection|QardSync|Powens(User|Connection|Account|Transaction|Investment|Subscription|Connector)|QontoRegistration|CreditroKycCase)$' |
            Where-Object { @($_.Parameters.Values | Where-Object { $_.Name -eq 'Id' -or $_.Aliases -contains 'Id' }).Count -ne 1 } |
            ForEach-Object Name | Should -BeNullOrEmpty
    }

    It 'reads the one: <_>' -ForEach 'Get-PowensConnection -Id $connection.Id', 'Wait-PowensConnection -Id $connection.Id', 'Get-PowensConnection $connection.Id' {
        (& ([scriptblock]::Create($_))).ConnectionId | Should -Be $connection.Id
    }

    It 'reads the account: <_>' -ForEach 'Get-PowensAccount -Id $account.Id', 'Set-PowensAccount -Id $account.Id -Bookmarked true -PassThru' {
        (& ([scriptblock]::Create($_))).AccountId | Should -Be $account.Id
    }

    # The Id of what is piped in is of another kind.
    It 'takes no Id of something else from the pipeline' {
        @($connection | Get-PowensAccount).Count | Should -Be @(Get-PowensAccount -ConnectionId $connection.Id).Count
        $connection | Set-PowensAccount -Name x -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed | Should -HaveCount 1
        Get-QardUser | Wait-QardDataConnection -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0] | Should -BeLike '*is a user, not a connection*'
    }

    It '<_> takes -Siren' -ForEach 'Get-QardCompanyProfile', 'Get-QardCompanyOfficer', 'Get-QardBeneficialOwner', 'Get-QardCommerceTransaction', 'Get-QardCommerceSubscription', 'Get-QardCommerceTransactionInsight', 'Get-QardCommerceSubscriptionInsight', 'Get-QardData' {
        (Get-Command $_).Parameters.Keys | Should -Contain 'Siren'
    }

    It 'reads by siren: <_>' -ForEach "Get-QardCompanyProfile -Siren '383 474 814'", "New-Row 383474814 | Get-QardCompanyProfile", "Get-QardUser -Siren 383474814 | Get-QardCompanyProfile" {
        (& ([scriptblock]::Create($_))).RegistrationNumber | Should -Be '383474814'
    }

    # PowerShell/PowerShell#8959: Get-Process with an id in place of a name suggests -Id.
    It 'a siren in place of an id says so' {
        Get-QardCompanyProfile 383474814 -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0] | Should -BeLike '*looks like a siren*'
        $failed[0].ErrorDetails.RecommendedAction | Should -Be 'Give a siren by name: -Siren 383474814'
        Get-QardCompanyProfile -Siren 542065479 -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0] | Should -BeLike 'Qard: no user has the siren 542065479.'
    }

    It '-Status takes several' {
        $cases = Get-CreditroKycCase
        $statuses = @($cases.Status | Sort-Object -Unique)[0, 1]
        @(Get-CreditroKycCase -Status $statuses).Count | Should -Be @($cases | Where-Object Status -In $statuses).Count
        { Get-QontoRegistration -Status created, 'comp*' } | Should -Not -Throw
    }

    It 'a KYC case binds its company number' {
        $case = Get-CreditroKycCase | Where-Object CompanyNumber | Select-Object -First 1
        $said = $case | Invoke-QardCollection -WarningAction SilentlyContinue -ErrorAction SilentlyContinue -ErrorVariable failed
        $said.Siren ?? $failed[0].TargetObject | Should -Be $case.CompanyNumber
    }

    It 'a registration is completed with what New-QontoStakeholder makes' {
        $owner = New-QontoStakeholder Anne Durand a@exemple.test -CapitalAmount 10 -PhysicalShareholder -PhoneNumber '+33 123456789'
        $user = [pscustomobject]@{ first_name = 'A'; last_name = 'B'; email = 'a@b.test' }
        Test-QontoRegistration -PartnerUser $user -Organization @{ legal_number = '383474814' } -Owner $owner | Should -BeNullOrEmpty
        (New-QontoRegistration -PartnerUser $user -Organization @{ legal_number = '383474814' } -Owner $owner).Id | Should -Not -BeNullOrEmpty

        $draft = @{ legal_flow = 'existing_company'; organization = @{ legal_number = '383474814' }; stakeholders = @(@{ first_name = 'ANNE'; last_name = 'Durand'; is_owner = $false; nationality = 'FR' }) }
        @($draft | Test-QontoRegistration).Count | Should -BeGreaterThan 0
        $draft | Test-QontoRegistration -PartnerUser $user -Owner $owner | Should -BeNullOrEmpty
        $made = $draft | New-QontoRegistration -PartnerUser $user -Owner $owner
        $made.Stakeholders | Should -HaveCount 1
        $made.Stakeholders[0].IsOwner, $made.Stakeholders[0].Nationality | Should -Be $true, 'FR'
        Test-QontoRegistration @{ legal_flow = 'existing_company'; partner_user = @{ first_name = 'A'; last_name = 'B'; email = 'a@b.test' }; organization = @{ legal_number = '383474814' }; stakeholders = @($owner) } |
            ForEach-Object Rule | Should -Be 'exactly-one-owner'
    }
}

Describe 'Errors that say what to do' {
    BeforeAll { Connect-CompanyDataSandbox }

    It 'a mistyped data type: did you mean' {
        $null = Get-QardData COMPANY_PROFIL 383474814 -WarningAction SilentlyContinue -WarningVariable warned -ErrorAction SilentlyContinue
        $warned[0] | Should -BeLike "*Did you mean 'COMPANY_PROFILE'?"
    }

    It 'a mistyped data type of Get-QardSync: did you mean' {
        $user = New-Row 383474814 | New-QardUser 3> $null
        Get-QardSync $user COMPANY_PROFIL -WarningVariable warned 3> $null | Should -BeNullOrEmpty
        $warned[0] | Should -BeLike "*Did you mean 'COMPANY_PROFILE'?"
    }

    It 'a mistyped provider: <_>' -ForEach 'Get-QardProvider company_legal', 'Enable-QardProvider compny_legal_fr' {
        { & ([scriptblock]::Create("$_ -ErrorAction Stop")) } | Should -Throw "*there is no provider*Did you mean 'company_legal_fr'?"
    }

    It 'Connect-Qard without a key does not send to Connect-Qard' {
        { Connect-Qard } | Should -Throw 'No credentials were given for the Qard session. Give -ApiKey (Read-Host -AsSecureString) or -SecretName, or set QARD_API_KEY.' -ErrorId 'QardNoSession,*'
    }

    It 'an address of the environment is named by its variable: <Value>' -ForEach @(
        @{ Variable = 'QARD_API_URL'; Value = 'http://example.test'; Command = { Connect-Qard -ApiKey (ConvertTo-Secret 'key') } }
        @{ Variable = 'QARD_API_URL'; Value = 'example'; Command = { Connect-Qard -ApiKey (ConvertTo-Secret 'key') } }
        @{ Variable = 'POWENS_DOMAIN'; Value = 'not a domain'; Command = { Connect-Powens } }
    ) {
        Set-Item "Env:$Variable" $Value
        try {
            $said = try { & $Command } catch { $_ }
            "$said" | Should -BeLike "The environment variable $($Variable): '$Value*"
            $said.Exception.Message | Should -Not -BeLike '*Parameter*'
        }
        finally { Remove-Item "Env:$Variable" }
    }

    It 'a mistyped <What>: did you mean' -ForEach @(
        @{ What = 'provider of a new connection'; Run = { New-QardUser 'Exemple SAS' 383474814 3> $null | New-QardDataConnection -ProviderName company_legal -ErrorAction Stop }; Says = "*Did you mean 'company_legal_fr'?" }
        @{ What = 'field of the OAuth request'; Run = { New-QontoRegistration -PartnerUser @{ first_name = 'A' } -Organization @{ legal_number = '383474814' } -OAuth @{ Scope = 'x' } -ErrorAction Stop }; Says = "OAuth: 'Scope' is not one of ClientId, Scopes, State, RedirectUri. Did you mean 'Scopes'?" }
        @{ What = 'name of an OAuth field'; Run = { Connect-Qonto (ConvertTo-Secret 'token') a-partner -OAuthFieldName @{ ClientID2 = 'x' } }; Says = "OAuthFieldName: 'ClientID2' is not one of *Did you mean 'ClientId'?" }
    ) { $Run | Should -Throw $Says }

    It 'a mistyped field of a registration: did you mean' {
        $found = Test-QontoRegistration @{
            legal_flow = 'existing_company'; partner_usr = @{ first_name = 'A'; last_name = 'B'; email = 'a@b.test' }; something_new = 1
            organization = @{ legal_number = '383474814'; legalName = 'Exemple'; address = @{ citty = 'Paris' } }; stakeholders = @(@{ first_nme = 'Anne'; is_owner = $true })
        }
        ($found | Where-Object Rule -EQ field-known).Pointer | Sort-Object |
            Should -Be '/organization/address/citty', '/organization/legalName', '/partner_usr', '/stakeholders/0/first_nme'
        ($found | Where-Object Pointer -EQ '/organization/legalName').Remedy | Should -BeLike "Did you mean 'legal_name'?*-SkipValidation*"
    }

    It 'a key of the environment is named by its variable' {
        $env:QARD_API_KEY = "the`nkey"
        try { { Connect-Qard -Uri 'http://127.0.0.1:9/' } | Should -Throw '*QARD_API_KEY*line break*' } finally { $env:QARD_API_KEY = $null }
    }

    It 'no connection: the host, and the variable that the address came from' {
        $env:QARD_API_URL, $env:QARD_API_KEY = 'http://127.0.0.1:9/api', 'the-key'
        try {
            Connect-Qard -MaxRetry 0
            Get-QardProfile -ErrorAction SilentlyContinue -ErrorVariable failed
            $failed[0] | Should -BeLike 'Qard: could not read the profile: the connection to 127.0.0.1:9 failed: *'
            $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*(http://127.0.0.1:9/api, from the environment variable QARD_API_URL)*'
        }
        finally { $env:QARD_API_URL = $env:QARD_API_KEY = $null }
    }

    It 'a key that is refused came from <Where>' -ForEach @{ Where = 'the environment' }, @{ Where = 'a parameter' } {
        $server = Start-Server -Status 401
        $env:QARD_API_KEY = 'the-key'
        $given = if ($Where -eq 'a parameter') { @{ ApiKey = ConvertTo-Secret 'another' } } else { @{} }
        try {
            Connect-Qard -Uri $server.Uri @given
            $said = try { Get-QardProfile } catch { $_ }
            $said.ErrorDetails.RecommendedAction -like '*QARD_API_KEY*' | Should -Be ($Where -eq 'the environment')
        }
        finally { $env:QARD_API_KEY = $null; Stop-Server $server }
    }

    # PowerShell/PowerShell#6065: after a redirect the key is missing, and only a 401 is seen.
    It 'an address that redirects to another origin: where to, and what to set' {
        $other = Start-Server -Status 401
        $server = Start-Server -Status 302 -Header @{ Location = "$($other.Uri)api/v7/profile" }
        $env:QARD_API_URL = $server.Uri
        try {
            Connect-Qard -ApiKey (ConvertTo-Secret 'key') -MaxRetry 0
            Get-QardProfile -ErrorAction SilentlyContinue -ErrorVariable failed
            $failed[0] | Should -BeLike "*401 from $(([uri] $other.Uri).Authority), to which the address redirects and the key is not sent*"
            $failed[0] | Should -Not -BeLike '*refused*'
            $failed[0].ErrorDetails.RecommendedAction | Should -BeLike "*Connect-Qard -Uri $($other.Uri)api/v7, or set QARD_API_URL to it.*"
            $failed = $null
            Set-QardUser u -Name x -ErrorAction SilentlyContinue -ErrorVariable failed
            $failed[0] | Should -BeLike "*302, a redirect that is not followed: to $($other.Uri)api/v7/profile*"
        }
        finally { $env:QARD_API_URL = $null; Stop-Server $server; Stop-Server $other }
    }

    It 'ForEach-Object -Parallel: how to hand the session in' {
        $said = 1 | ForEach-Object -Parallel {
            Import-Module $using:ModulePath
            try { Get-QardProfile } catch { "$_" }
        }
        $said | Should -BeLike '*There is no Qard session.*-Session $using:session*'
    }

    It 'valid JSON of another shape is not called cut off; a body that is not gzip is not called empty' {
        $otherShape = '*shape differs from the documentation*'
        $notPacked = '*not compressed the way its headers say*'
        # What netstandard2.0 stands for cannot read brotli, and does not ask for it.
        $notBrotli = $env:COMPANYDATA_VARIANT -eq 'netstandard2.0' ? "*in the encoding 'br', which was not asked for*" : $notPacked
        foreach ($case in @(
                @{ Body = '[1]'; Header = @{}; Says = $otherShape }
                @{ Body = '"fine"'; Header = @{}; Says = $otherShape }
                @{ Body = '42'; Header = @{}; Says = $otherShape }
                @{ Body = '{"name":"x"'; Header = @{}; Says = '*cut off or malformed*' }
                @{ Body = 'no brotli'; Header = @{ 'Content-Encoding' = 'br' }; Says = $notBrotli }
                @{ Body = 'packed'; Header = @{ 'Content-Encoding' = 'zstd' }; Says = "*in the encoding 'zstd', which was not asked for*" }
                @{ Body = 'no gzip'; Header = @{ 'Content-Encoding' = 'gzip' }; Says = $notPacked }
            )) {
            $server = Start-Server -Body $case.Body -Header $case.Header
            try {
                Connect-Qard -ApiKey (ConvertTo-Secret 'key') -Uri $server.Uri -MaxRetry 0
                Get-QardProfile -ErrorAction SilentlyContinue -ErrorVariable failed
                $failed[0] | Should -BeLike $case.Says
            }
            finally { Stop-Server $server }
        }
    }
}

Describe 'At the prompt' {
    BeforeAll { Connect-CompanyDataSandbox; $user = New-QardUser 'Exemple SAS' 383474814 }

    It 'completion of an id shows whose it is' {
        $offer = (TabExpansion2 'Get-QardUser -Id ').CompletionMatches | Where-Object ResultType -EQ ParameterValue
        $offer.CompletionText | Should -Be $user.Id
        $offer.ListItemText | Should -BeLike "$($user.Id)  Exemple SAS*"
    }

    It 'findings show their remedy in eighty columns' {
        $shown = Test-QontoRegistration @{ legal_flow = 'existing_company' } | Out-String -Width 80
        $shown | Should -BeLike '*Remedy*Give the organization*'
    }
}
