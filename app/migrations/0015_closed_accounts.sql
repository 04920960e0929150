-- Whoever may not come in any longer has no links by which others do.
create trigger shares_end_with_account after update of state on staff when new.state = 'disabled' begin
    delete from shares where staff_id = new.id;
end;
