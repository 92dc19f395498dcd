-- Search of everything: which grams each record's search_key holds, and how its names sound. Without content of their own;
-- rowid is the record's id. Filled by store/search.rs, in the act that writes the record, and for older books at opening.
create virtual table order_search using fts5 (grams, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
create virtual table customer_search using fts5 (grams, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
create virtual table product_search using fts5 (grams, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
