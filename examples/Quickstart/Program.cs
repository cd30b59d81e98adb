Console.WriteLine("CompanyData");
