-- The register is shown by name in French order, a page at a time: without an index every page sorts the whole of it, and
-- French comparisons cost ten times those of bytes.

create index organization_by_name
    on organization (name collate "fr-x-icu", company_register, branch_code, organization_type);
