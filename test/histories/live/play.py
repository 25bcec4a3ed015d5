# Plays one step of many orders as people do it, each in a savepoint: what Odoo refuses for one order is taken back for that
# order alone. Runs as code of a server action, where neither closures nor imports nor attributes to assign are allowed.
# In:  context['played'] = [{order, step, buyer, other}]; out: [{order, refused}].


def order_of(item):
    return env['sale.order'].browse(item['order'])


def sold(order, index):
    lines = order.order_line.filtered(lambda l: not l.display_type and not l.is_downpayment).sorted('id')
    return lines[index] if index < len(lines) else lines[:0]


def drafts(order):
    return order.invoice_ids.filtered(lambda m: m.state == 'draft').sorted('id')


def posted(order):
    return order.invoice_ids.filtered(lambda m: m.state == 'posted' and m.move_type == 'out_invoice').sorted('id')


def confirm(items):
    able = [i for i in items if order_of(i).state in ('draft', 'sent')]
    if able:
        env['sale.order'].browse([i['order'] for i in able]).action_confirm()
    return able


def cancel(items):
    able = [i for i in items if order_of(i).state == 'sale']
    if able:
        env['sale.order'].browse([i['order'] for i in able]).with_context(disable_cancel_warning=True).action_cancel()
    return able


def reset(items):
    able = [i for i in items if order_of(i).state == 'cancel']
    if able:
        env['sale.order'].browse([i['order'] for i in able]).action_draft()
    return able


def set_quantity(items):
    done = []
    for item in items:
        line = sold(order_of(item), item['step']['line'])
        if line and order_of(item).state in ('draft', 'sale'):
            # Odoo takes the price of the list again unless it is told otherwise.
            line.write({'product_uom_qty': item['step']['quantity'], 'price_unit': line.price_unit})
            done.append(item)
    return done


def set_price(items):
    done = []
    for item in items:
        line = sold(order_of(item), item['step']['line'])
        if line and order_of(item).state in ('draft', 'sale'):
            line.write({'price_unit': item['step']['price']})
            done.append(item)
    return done


def invoice_to(items):
    for item in items:
        order_of(item).write({'partner_invoice_id': item[item['step']['who']]})
    return items


def set_terms(items):
    for item in items:
        order_of(item).write({'payment_term_id': item['terms'][str(item['step']['days'])]})
    return items


def to_customer(order):
    open_ones = order.picking_ids.filtered(lambda p: p.state not in ('done', 'cancel') and p.picking_type_code != 'incoming')
    return open_ones.filtered(lambda p: not p.return_id).sorted('id')


def ship(items):
    done = []
    transfers = env['stock.picking']
    for item in items:
        waiting = to_customer(order_of(item))
        ready = waiting.filtered(lambda p: p.state == 'assigned')[:1] or waiting.filtered(lambda p: p.state == 'confirmed')[:1]
        if not ready:
            continue
        for move in ready.move_ids.filtered(lambda m: m.state not in ('done', 'cancel')):
            move.write({'quantity': min(item['step']['quantity'], move.product_uom_qty), 'picked': True})
        transfers |= ready
        done.append(item)
    if transfers:
        transfers.with_context(skip_sms=True, skip_backorder=True, skip_expired=True).button_validate()
    return done


def cancel_rest(items):
    done = []
    for item in items:
        waiting = to_customer(order_of(item))
        if waiting:
            waiting.action_cancel()
            done.append(item)
    return done


def work(items):
    done = []
    for item in items:
        line = sold(order_of(item), item['step']['line'])
        if line and line.qty_delivered_method == 'manual' and order_of(item).state == 'sale':
            line.write({'qty_delivered': min(item['step']['quantity'], line.product_uom_qty)})
            done.append(item)
    return done


def give_back(items):
    done = []
    for item in items:
        shipped = order_of(item).picking_ids.filtered(lambda p: p.state == 'done' and p.picking_type_code == 'outgoing')
        if not shipped:
            continue
        last = shipped.sorted('id')[-1]
        wizard = env['stock.return.picking'].with_context(active_id=last.id, active_ids=[last.id], active_model='stock.picking').create({})
        wanted = 0
        for line in wizard.product_return_moves:
            returned = sum([m.quantity for m in line.move_id.returned_move_ids if m.state != 'cancel'])
            quantity = min(item['step']['quantity'], line.move_id.quantity - returned)
            line.write({'quantity': max(0, quantity), 'to_refund': item['step']['refund']})
            wanted += max(0, quantity)
        if wanted <= 0:
            continue
        back = env['stock.picking'].browse(wizard.action_create_returns()['res_id'])
        if item['step']['received']:
            back.move_ids.write({'picked': True})
            back.with_context(skip_sms=True, skip_backorder=True).button_validate()
        done.append(item)
    return done


def receive(items):
    done = []
    for item in items:
        back = order_of(item).picking_ids.filtered(lambda p: p.state not in ('done', 'cancel') and p.picking_type_code == 'incoming')
        if back:
            for move in back.move_ids:
                move.write({'quantity': move.product_uom_qty, 'picked': True})
            back.with_context(skip_sms=True, skip_backorder=True).button_validate()
            done.append(item)
    return done


def draft(items):
    able = [i for i in items if order_of(i).state == 'sale' and any(l.qty_to_invoice for l in order_of(i).order_line)]
    if able:
        wizard = env['sale.advance.payment.inv'].create({
            'advance_payment_method': 'delivered',
            'sale_order_ids': [(6, 0, [i['order'] for i in able])],
            'consolidated_billing': False,
        })
        wizard.create_invoices()
    return able


def down_payment(items):
    done = []
    for item in items:
        order = order_of(item)
        if order.state != 'sale':
            continue
        step = item['step']
        how = {'advance_payment_method': 'percentage', 'amount': step['amount']} if step['by'] == 'percent' else {'advance_payment_method': 'fixed', 'fixed_amount': step['amount']}
        before = order.invoice_ids
        env['sale.advance.payment.inv'].create(dict(how, sale_order_ids=[(6, 0, order.ids)])).create_invoices()
        if step['post']:
            (order.invoice_ids - before).action_post()
        done.append(item)
    return done


def edit_draft(items):
    done = []
    for item in items:
        found = drafts(order_of(item)).filtered(lambda m: m.move_type == 'out_invoice')[:1]
        lines = found.invoice_line_ids.filtered(lambda l: l.display_type == 'product' and not l.is_downpayment).sorted('id')
        if not lines:
            continue
        change = item['step']['change']
        line = lines[0]
        if change == 'fewer':
            line.write({'quantity': line.quantity / 2})
        elif change == 'more':
            line.write({'quantity': line.quantity + 1})
        elif change == 'price':
            line.write({'price_unit': line.price_unit + 10})
        elif change == 'untaxed':
            if not line.tax_ids:
                continue
            line.write({'tax_ids': [(5, 0, 0)]})
        elif change == 'debtor':
            found.write({'partner_id': item['other']})
        elif change == 'terms':
            found.write({'invoice_payment_term_id': item['terms']['60']})
        else:
            found.write({'invoice_line_ids': [(0, 0, {'name': 'Extra', 'quantity': 1, 'price_unit': 7, 'tax_ids': [(5, 0, 0)]})]})
        done.append(item)
    return done


def post(items):
    done = [i for i in items if drafts(order_of(i))]
    found = env['account.move']
    for item in done:
        found |= drafts(order_of(item))
    if found:
        found.action_post()
    return done


def credit(items):
    done = []
    for item in items:
        step = item['step']
        last = posted(order_of(item))[-1:]
        if not last:
            continue
        wizard = env['account.move.reversal'].with_context(active_model='account.move', active_ids=last.ids).create({'journal_id': last.journal_id.id, 'reason': 'agreed'})
        wizard.refund_moves()
        note = wizard.new_move_ids
        lines = note.invoice_line_ids.filtered(lambda l: l.display_type == 'product').sorted('id')
        if step['what'] != 'all':
            keep = lines.filtered(lambda l: not l.is_downpayment)[:1]
            if not keep:
                note.unlink()
                continue
            commands = [(2, l.id, 0) for l in lines - keep]
            if step['what'] == 'piece':
                commands.append((1, keep.id, {'quantity': min(1, keep.quantity)}))
            else:
                commands.append((1, keep.id, {'price_unit': keep.price_unit / 10}))
            note.write({'invoice_line_ids': commands})
            lines = keep
        if not step['linked']:
            lines.write({'sale_line_ids': [(5, 0, 0)]})
        if step['post']:
            note.action_post()
        done.append(item)
    return done


def pay(items):
    done = []
    for item in items:
        due = posted(order_of(item)).filtered(lambda m: m.amount_residual > 0)[:1]
        if not due:
            continue
        values = {'amount': due.amount_residual / 2} if item['step']['share'] == 'half' else {}
        env['account.payment.register'].with_context(active_model='account.move', active_ids=due.ids).create(values).action_create_payments()
        done.append(item)
    return done


def cancel_invoice(items):
    done = []
    for item in items:
        last = posted(order_of(item))[-1:]
        if last:
            last.button_draft()
            last.button_cancel()
            done.append(item)
    return done


ACTS = {
    'confirm': confirm, 'cancel': cancel, 'reset': reset, 'setQuantity': set_quantity, 'setPrice': set_price,
    'invoiceTo': invoice_to, 'setTerms': set_terms, 'ship': ship, 'cancelRest': cancel_rest, 'work': work,
    'giveBack': give_back, 'receive': receive, 'draft': draft, 'downPayment': down_payment, 'editDraft': edit_draft,
    'post': post, 'credit': credit, 'pay': pay, 'cancelInvoice': cancel_invoice,
}
ANSWERS = {}


def attempt(name, items):
    savepoint = env.cr.savepoint()
    try:
        done = ACTS[name](items)
        savepoint.close(rollback=False)
        for item in items:
            ANSWERS[item['order']] = 'not possible'
        for item in done:
            ANSWERS[item['order']] = False
    except Exception as error:
        savepoint.close(rollback=True)
        if len(items) == 1:
            ANSWERS[items[0]['order']] = repr(error)[:200]
        else:
            middle = len(items) // 2
            attempt(name, items[:middle])
            attempt(name, items[middle:])


groups = {}
for played in env.context['played']:
    groups.setdefault(played['step']['do'], []).append(played)
for name, items in groups.items():
    attempt(name, items)
action = {'type': 'ir.actions.client', 'tag': 'played', 'params': {'answers': [{'order': order, 'refused': refused} for order, refused in ANSWERS.items()]}}
