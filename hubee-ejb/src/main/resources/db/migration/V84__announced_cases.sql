-- Which télédossiers each line of a digest announced, for the list that its link opens. The identifiers of lines sort by time.
create table digest_line_case (
    line_id uuid not null,
    case_id uuid not null,
    primary key (line_id, case_id)
);
