-- A sentence of the hub about a refused call, by its name, with the values that fill it: the contract's text does not say them.
alter table api_call add detail varchar(1000);
