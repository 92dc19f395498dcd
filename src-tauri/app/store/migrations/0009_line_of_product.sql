-- The orders that name a product, without reading every line.
create index line_of_product on order_line (product_id, order_id);
