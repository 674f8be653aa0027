-- How many people live in a commune, as the national administrator imports it: null where nobody has said it.
alter table organization
    add population integer;
